import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type DocumentTerms, titledAct } from '../romanian/document-terms.ts'
import type { SearchDocument } from '../search-index.ts'
import type { Generation } from './generation.ts'
import { vectorText } from './vectors.ts'

/** A document on its way into the tables of a generation. */
export type Row = { rid: number; facet: number; document: SearchDocument; terms: DocumentTerms }

/** Writes rows that are not there yet: three streams, the fastest way in. */
export async function copyDocuments(client: ClientBase, generation: Generation, rows: readonly Row[]): Promise<void> {
  await copy(client, `${generation.entries} (rid, day, facet, is_long, tsv)`, rows.map(entryLine))
  await copy(client, `${generation.documents}`, rows.map(documentLine))
  await copy(client, `${generation.passages}`, rows.flatMap(passageLines))
}

export async function copy(client: ClientBase, target: string, lines: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(inBlocks(lines)), client.query(copyFrom(`copy ${target} from stdin`)))
}

export const line = (values: readonly (string | number | boolean | null)[]): string =>
  `${values.map((value) => (value === null ? '\\N' : escaped(String(value)))).join('\t')}\n`

/** The day as a number that sorts like the day: 20240328. */
export const dayNumber = (date: string): number => Number(date.replaceAll('-', ''))

function entryLine({ rid, facet, document, terms }: Row): string {
  const tsv = vectorText({ title: terms.titlePositions, body: terms.bodyPositions, head: terms.head })
  return line([rid, dayNumber(document.date), facet, terms.isLong, tsv])
}

function documentLine({ rid, document, terms }: Row): string {
  const act = document.act ?? titledAct({ kind: document.kind, title: terms.title })
  return line([
    rid,
    document.id,
    document.revision,
    document.kind,
    document.url,
    terms.title,
    document.date,
    document.category,
    document.state,
    act?.kind ?? null,
    act?.number ?? null,
    act?.year ?? null,
    document.sourceId,
    vectorText({ body: none, head: terms.head }),
  ])
}

function passageLines({ rid, terms }: Row): string[] {
  return terms.passages.map(({ fileName, fileUrl, page, text, positions }, ordinal) =>
    line([rid, ordinal, fileName, fileUrl, page, text, positions ? vectorText({ body: positions }) : null]),
  )
}

const none = new Map<string, readonly number[]>()

/** What COPY reads as syntax; a NUL, which no text of Postgres may hold, is dropped. */
function escaped(value: string): string {
  return /[\\\t\n\r\0]/.test(value)
    ? value.replaceAll('\0', '').replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign)
    : value
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** A stream of single lines costs more than the copy itself. */
function* inBlocks(lines: Iterable<string>): Generator<string> {
  let block = ''
  for (const one of lines) {
    block += one
    if (block.length < 262_144) continue
    yield block
    block = ''
  }
  if (block) yield block
}
