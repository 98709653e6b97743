import type { Pool } from 'pg'
import { analyserVersion } from '../romanian/terms.ts'
import { createIndexes, createTables, foundation, generationOf } from './generation.ts'
import { lockKeys } from './locks.ts'

/**
 * Makes what is missing, under a lock that several processes may ask for at once; answers the schema of pg_trgm.
 * The extension is a trusted one: the owner of the database may create it.
 */
export async function layFoundation(pool: Pool, schema: string): Promise<string> {
  const client = await pool.connect()
  let isBroken = true
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1, $2)', lockKeys(schema).prepare)
    await client.query(foundation(schema))
    const extension = `select extnamespace::regnamespace::text as schema from pg_extension where extname = 'pg_trgm'`
    if ((await client.query(extension)).rows.length === 0)
      await client.query(`create extension if not exists pg_trgm with schema ${schema}`)
    const trigrams: string = (await client.query(extension)).rows[0].schema
    const state = await client.query(`select generation from ${schema}.state`)
    if (state.rows.length === 0) {
      const first = generationOf(schema, 1)
      await client.query(createTables(first))
      for (const index of createIndexes(first, trigrams)) await client.query(index)
      await client.query(`insert into ${schema}.state (generation, last_generation, analyser) values (1, 1, $1)`, [
        analyserVersion,
      ])
    }
    await client.query('commit')
    isBroken = false
    return trigrams
  } finally {
    client.release(isBroken)
  }
}
