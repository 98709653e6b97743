import type { ActCharacter, ActKind, RelationKind } from './contract.ts'

export type ActFault =
  | 'number-missing'
  | 'number-malformed'
  | 'number-taken'
  | 'date-missing'
  | 'date-in-future'
  | 'in-force-before-adoption'
  | 'relation-to-itself'
  | 'relation-doubled'
  | 'relation-incomplete'
  | 'personal-data'
  | 'published-frozen'
  | 'unpublish-after-communication'
  | 'unpublish-without-reason'
  | 'ending-without-date'

export type ActRefusal = { path: string; code: ActFault }

/** An act as it is being saved; days are `YYYY-MM-DD`, ids are strings. */
export type ActDraft = {
  id: string | null
  kind: ActKind | null
  number: number | null
  adoptedOn: string | null
  inForceFrom: string | null
  character: ActCharacter | null
  relations: { kind: RelationKind | null; act: string | null; effectiveOn: string | null }[]
  endedKind: string | null
  endedOn: string | null
}

/** Faults that can be told from the act alone. `publishing`: it is going out, so nothing may be missing. */
export function checkAct(act: ActDraft, save: { publishing: boolean; today: string }): ActRefusal[] {
  const refusals: ActRefusal[] = []
  const refuse = (path: string, code: ActFault) => refusals.push({ path, code })

  if (act.number === null) {
    if (save.publishing) refuse('number', 'number-missing')
  } else if (!Number.isInteger(act.number) || act.number < 1) refuse('number', 'number-malformed')

  if (act.adoptedOn === null) {
    if (save.publishing) refuse('adoptedOn', 'date-missing')
  } else if (act.adoptedOn > save.today) refuse('adoptedOn', 'date-in-future')

  if (act.adoptedOn && act.inForceFrom && act.inForceFrom < act.adoptedOn)
    refuse('inForceFrom', 'in-force-before-adoption')
  if (act.endedKind && act.endedKind !== 'repealed' && !act.endedOn) refuse('endedOn', 'ending-without-date')

  const seen = new Set<string>()
  act.relations.forEach((relation, index) => {
    if (!relation.act || !relation.kind) {
      if (save.publishing) refuse(`relations.${index}.act`, 'relation-incomplete')
      return
    }
    if (relation.act === act.id) refuse(`relations.${index}.act`, 'relation-to-itself')
    const key = `${relation.kind} ${relation.act}`
    if (seen.has(key)) refuse(`relations.${index}.kind`, 'relation-doubled')
    seen.add(key)
  })

  return refusals
}

/** What an act is: none of it changes once it is public; a rectification or a new act does (Administrative Code, annex 1). */
const frozenFields = [
  'kind',
  'number',
  'adoptedOn',
  'title',
  'character',
  'body',
  'signatures',
  'votes',
  'publicationCopy',
  'annexes',
  'signedOriginal',
  'publishedOn',
  'inForceFrom',
] as const

/** The frozen fields whose value differs between what is published and what is being saved. */
export function changedFrozenFields(published: Record<string, unknown>, saved: Record<string, unknown>): string[] {
  return frozenFields.filter((field) => field in saved && meaning(published[field]) !== meaning(saved[field]))
}

/** A value without the editor's row ids and empty parts, in one fixed order. */
function meaning(value: unknown): string {
  return JSON.stringify(plain(value)) ?? 'null'
}

function plain(value: unknown): unknown {
  if (value === undefined || value === '') return null
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(plain)
  if (value === null || typeof value !== 'object') return value
  const parts = Object.entries(value)
    .filter(([key]) => key !== 'id' || !('file' in value || 'name' in value))
    .map(([key, part]) => [key, plain(part)] as const)
    .filter(([, part]) => part !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return parts.length === 0 ? null : Object.fromEntries(parts)
}
