import type { Pool, PoolClient } from 'pg'
import type { Turn } from './reading-queue.ts'
import type { ReadingCode } from './reading-state.ts'
import type { Engine } from './recognition-engine.ts'

type Outcome = { state: 'done' | 'empty' | 'failed'; code: ReadingCode | null }

type Engines = { text: Engine<string>; recognised: Engine }

const patience = [50, 200, 500, 1_000, 2_000, 4_000]

/**
 * Ends a reading. When it is done its pages are served from now on, and every public document that carries the file
 * gets a change row in the same transaction, so that no reader of the log misses the text or the number of pages.
 *
 * A clerk may be saving one of those documents. Both need the same rows, so this side waits briefly and begins again:
 * Postgres would otherwise break the tie by failing one of the two, and it must not be the clerk.
 */
export async function finishReading(
  pool: Pool,
  turn: Turn,
  outcome: Outcome,
  engines: Engines,
): Promise<'finished' | 'lost'> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await inTransaction(pool, async (client) => {
        await client.query("set local lock_timeout = '400ms'")
        const { rowCount } = await client.query(
          `update avizier.readings set state = $3, code = $4, lease = null, lease_until = null, attempts = 0,
             updated_at = now()
           where sha256 = $1 and lease = $2`,
          [turn.sha256, turn.lease, outcome.state, outcome.code],
        )
        if (rowCount === 0) return 'lost'
        const isNewText = outcome.state === 'done'
        if (isNewText) await serve(client, turn, engines)
        await announce(client, turn.sha256, isNewText)
        return 'finished'
      })
    } catch (error) {
      const isHeld = ['55P03', '40P01'].includes((error as { code?: string }).code ?? '')
      if (!isHeld || attempt >= 30) throw error
      await new Promise((resolve) => setTimeout(resolve, patience[Math.min(attempt, patience.length - 1)]))
    }
  }
}

/** Makes the edition of this turn the one that is served, and drops the earlier ones. */
async function serve(client: PoolClient, { sha256, edition }: Turn, engines: Engines) {
  await client.query('delete from avizier.reading_pages where sha256 = $1 and edition <> $2', [sha256, edition])
  await client.query(
    `update avizier.readings r set served_edition = $2, served_pages = p.pages, confidence = p.confidence,
       method = case when p.is_recognised then 'recognised' else 'text' end,
       engine = case when p.is_recognised then $3 else $5 end,
       engine_version = case when p.is_recognised then $4 else $6 end
     from (select count(*) filter (where fault is null) as pages,
                  sum(confidence * length(text)) / nullif(sum(length(text)) filter (where confidence is not null), 0) as confidence,
                  coalesce(bool_or(method = 'recognised' and text <> ''), false) as is_recognised
           from avizier.reading_pages where sha256 = $1 and edition = $2) p
     where r.sha256 = $1`,
    [sha256, edition, engines.recognised.name, engines.recognised.version, engines.text.name, engines.text.version],
  )
}

/**
 * A change row for every public document that carries the file: its last record with the reading filled in, under the
 * next revision; none where there is neither a new text nor anything new to say. The counter's row is locked first, as
 * a save of the document does, so what is read after it is the newest there is.
 */
async function announce(client: PoolClient, sha256: string, isNewText: boolean): Promise<void> {
  const carried = JSON.stringify([{ sha256 }])
  const { rows: documents } = await client.query<{ noun: string; id: string }>(
    `select noun, id from avizier.revisions where is_public and (noun, id) in (
       select noun, id from avizier.changes where record -> 'files' @> $1::jsonb)
     order by noun, id for update`,
    [carried],
  )
  for (const { noun, id } of documents) {
    await client.query(
      `with last as (
         select record from avizier.changes where noun = $1 and id = $2 order by revision desc limit 1
       ), known as (
         select jsonb_build_object(
           'pages', (select max(pages) from record.files where sha256 = r.sha256),
           'reading', case when method is not null then jsonb_build_object('pages', served_pages, 'method', method) end
         ) as facts from avizier.readings r where sha256 = $4
       ), told as (
         select last.record, jsonb_agg(case when file ->> 'sha256' = $4 then file || facts else file end order by place) as files
         from last, known, jsonb_array_elements(last.record -> 'files') with ordinality as each (file, place)
         where last.record -> 'files' @> $3::jsonb group by last.record
       ), counted as (
         update avizier.revisions set revision = revision + 1, was_public = is_public from told
         where noun = $1 and id = $2 and is_public and ($5 or told.files <> told.record -> 'files')
         returning revision
       )
       insert into avizier.changes (op, noun, id, revision, record)
       select 'upsert', $1, $2, counted.revision,
         told.record || jsonb_build_object('revision', counted.revision, 'files', told.files)
       from told, counted`,
      [noun, id, carried, sha256, isNewText],
    )
  }
}

async function inTransaction<Result>(pool: Pool, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    client.release()
    return result
  } catch (error) {
    // A connection that cannot even roll back is not given to the next one.
    const isLost = await client.query('rollback').then(
      () => false,
      () => true,
    )
    client.release(isLost)
    throw error
  }
}
