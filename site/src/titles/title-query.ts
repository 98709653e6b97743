import { z } from 'zod'
import type { TitleQuery } from '../read-model/reader.ts'

const kinds = { hotarare: 'decision', dispozitie: 'order', anunt: 'announcements', document: 'documents' } as const
export type KindWord = keyof typeof kinds

const Query = z.object({
  q: z.string().trim().max(200).catch(''),
  tip: z.enum(['hotarare', 'dispozitie', 'anunt', 'document']).nullable().catch(null),
  an: z.coerce.number().int().min(1900).max(2200).nullable().catch(null),
  pagina: z.coerce.number().int().min(1).max(1_000_000).catch(1),
})

/** The question in an address; what cannot be read is left out, never an error. */
export function readQuery(parameters: URLSearchParams): TitleQuery & { kindWord: KindWord | null } {
  const given = Object.fromEntries(
    ['q', 'tip', 'an', 'pagina'].map((name) => [name, parameters.get(name) || (name === 'q' ? '' : null)]),
  )
  const { q, tip, an, pagina } = Query.parse({
    ...given,
    q: (given['q'] ?? '').slice(0, 200),
    pagina: given['pagina'] ?? 1,
  })
  return { words: q, kindWord: tip, kind: tip && kinds[tip], year: an || null, page: pagina }
}

/** The address of a question, without the parts that say nothing. */
export function queryAddress(query: {
  words: string
  kindWord: KindWord | null
  year: number | null
  page: number
}): string {
  const parameters = new URLSearchParams()
  if (query.words) parameters.set('q', query.words)
  if (query.kindWord) parameters.set('tip', query.kindWord)
  if (query.year) parameters.set('an', String(query.year))
  if (query.page > 1) parameters.set('pagina', String(query.page))
  return `/cautare?${parameters}`
}
