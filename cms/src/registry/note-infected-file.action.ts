import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { WhenInfected } from '../files/scan-files.job.ts'

/**
 * Writes into the life of every entry that carries an infected file, and into the journal, what was found; once for
 * each entry, however often it is told.
 */
export const noteInfectedFile: WhenInfected = async (payload, { sha256, virus }, now) => {
  const { pool } = payload.db as unknown as PostgresAdapter
  await pool.query(
    `with carrying as (
       select r.id, r.number, file ->> 'name' as name
       from record.registry r,
         jsonb_array_elements(case jsonb_typeof(r.files) when 'array' then r.files else '[]' end) as file
       where r.files @> jsonb_build_array(jsonb_build_object('sha256', $1::text)) and file ->> 'sha256' = $1
         and not exists (
           select 1 from avizier.registry_events e
           where e.entry_id = r.id and e.kind = 'fileInfected' and e.data ->> 'sha256' = $1)
     ), happened as (
       insert into avizier.registry_events (entry_id, kind, at, actor_id, actor_name, is_public, data)
       select id, 'fileInfected', $3, null, 'Antivirus', false,
         jsonb_build_object('sha256', $1::text, 'what', name, 'reason', $2::text)
       from carrying
     )
     insert into record.audit (at, actor_id, actor_name, action, noun, record_id, title, revision, updated_at, created_at)
     select now(), null, 'Antivirus', 'update', 'registry', id::text, number || ': fileInfected', null, now(), now()
     from carrying`,
    [sha256, virus, now.toISOString()],
  )
}
