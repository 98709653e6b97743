import { marksIn, type Wanted } from '../romanian/marks.ts'
import { highlighted, snippetOf } from '../romanian/snippet.ts'
import type { SearchHit } from '../search-index.ts'
import type { ClauseQueries } from './clause-queries.ts'
import { Parameters, type Snapshot } from './match-documents.action.ts'
import { anyOf } from './vectors.ts'

type HitRow = {
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
  file_name: string | null
  file_url: string | null
  page: number | null
  body: string | null
}

/** What is shown of these documents, in their order: for each the passage that answers most of what was looked for. */
export async function readHits(
  { client, generation }: Snapshot,
  rids: readonly number[],
  clauses: readonly ClauseQueries[],
  wanted: readonly Wanted[],
): Promise<{ rid: number; hit: SearchHit }[]> {
  if (rids.length === 0) return []
  const { documents, passages } = generation
  const parameters = new Parameters()
  const matches = clauses.map(({ match, loose }) => loose ?? match)
  const hits = `unnest(${parameters.add(rids)}::integer[]) with ordinality as hit (rid, place)`
  const { rows } = await client.query<HitRow>(
    `select hit.rid, id, url, kind, title, day, category, state, act_kind, act_number, act_year, source_id,
            file_name, file_url, page, body
     from ${hits} join ${documents} using (rid)
     left join lateral (
       select file_name, file_url, page, body from ${passages} where rid = hit.rid
       order by ${bestFirst(clauses, matches, parameters)} ordinal limit 1
     ) passage on true
     order by hit.place`,
    parameters.values,
  )
  return rows.map((row) => ({ rid: row.rid, hit: hitOf(row, wanted) }))
}

/** A document of one passage has no vector of it, and no choice. */
function bestFirst(clauses: readonly ClauseQueries[], matches: readonly string[], parameters: Parameters): string {
  if (matches.length === 0) return ''
  const worths = clauses.map(
    ({ weight }, at) => `case when tsv @@ ${parameters.add(matches[at])}::tsquery then ${weight.toFixed(5)} else 0 end`,
  )
  const any = parameters.add(anyOf(matches))
  return `case when tsv @@ ${any}::tsquery then ${worths.join(' + ')} else 0 end desc,
          case when tsv @@ ${any}::tsquery then ts_rank_cd(tsv, ${any}::tsquery) else 0 end desc,`
}

function hitOf(row: HitRow, wanted: readonly Wanted[]): SearchHit {
  const { act_kind: kind, act_number: number, act_year: year, file_name: fileName, page } = row
  const body = row.body ?? ''
  return {
    id: row.id,
    url: row.url,
    kind: row.kind,
    date: row.day,
    category: row.category,
    state: row.state,
    act: kind && number !== null && year !== null ? { kind, number, year } : null,
    sourceId: row.source_id,
    title: highlighted(row.title, marksIn(row.title, wanted)),
    snippet: snippetOf(body, marksIn(body, wanted)),
    place: fileName !== null && page !== null ? { fileName, fileUrl: row.file_url, page } : null,
  }
}
