import { marksIn, type Wanted } from '../romanian/marks.ts'
import { highlighted, snippetOf } from '../romanian/snippet.ts'
import type { SearchHit } from '../search-index.ts'
import type { ClauseQueries } from './clause-queries.ts'
import type { Snapshot } from './match-documents.action.ts'
import { anyOf } from './vectors.ts'

type DocumentRow = {
  rid: number
  id: string
  url: string
  kind: string
  title: string
  day: string
  category: string | null
  state: SearchHit['state']
  act_kind: 'hotarare' | 'dispozitie' | null
  act_number: number | null
  act_year: number | null
  source_id: string | null
}
type PassageRow = { rid: number; file_name: string | null; file_url: string | null; page: number | null; body: string }

/** What is shown of these documents, in their order. */
export async function readHits(
  { client, generation }: Snapshot,
  rids: readonly number[],
  clauses: readonly ClauseQueries[],
  wanted: readonly Wanted[],
): Promise<{ rid: number; hit: SearchHit }[]> {
  if (rids.length === 0) return []
  const { documents, passages } = generation
  const { rows } = await client.query<DocumentRow>(`select * from ${documents} where rid = any($1)`, [rids])
  const matches = clauses.map(({ match, loose }) => loose ?? match)
  const best = await client.query<PassageRow>(
    `select passage.* from unnest($1::integer[]) as hit (rid),
     lateral (
       select rid, file_name, file_url, page, body from ${passages} where rid = hit.rid
       order by ${
         matches.length > 0
           ? `(select coalesce(sum(worth), 0) from unnest($2::tsquery[], $3::float8[]) as asked (query, worth) where tsv @@ query) desc,
              ts_rank_cd(tsv, $4::tsquery) desc nulls first,`
           : ''
       } ordinal
       limit 1
     ) passage`,
    matches.length > 0 ? [rids, matches, clauses.map(({ weight }) => weight), anyOf(matches)] : [rids],
  )
  const documentsOf = new Map(rows.map((row) => [row.rid, row]))
  const passagesOf = new Map(best.rows.map((row) => [row.rid, row]))
  return rids.flatMap((rid) => {
    const document = documentsOf.get(rid)
    return document ? [{ rid, hit: hitOf(document, passagesOf.get(rid), wanted) }] : []
  })
}

function hitOf(document: DocumentRow, passage: PassageRow | undefined, wanted: readonly Wanted[]): SearchHit {
  const { act_kind: kind, act_number: number, act_year: year } = document
  const body = passage?.body ?? ''
  return {
    id: document.id,
    url: document.url,
    kind: document.kind,
    date: document.day,
    category: document.category,
    state: document.state,
    act: kind && number !== null && year !== null ? { kind, number, year } : null,
    sourceId: document.source_id,
    title: highlighted(document.title, marksIn(document.title, wanted)),
    snippet: snippetOf(body, marksIn(body, wanted)),
    place:
      passage && passage.file_name !== null && passage.page !== null
        ? { fileName: passage.file_name, fileUrl: passage.file_url, page: passage.page }
        : null,
  }
}
