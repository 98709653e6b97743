import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { Endpoint } from 'payload'
import { quarantine } from '../files/file-scans.ts'
import { lastRunOfDuePublications } from '../publishing/due-publications.job.ts'
import { readingBacklog } from '../readings/reading-status.ts'

/** 200 when every part answers, 503 otherwise; each part by name. */
export const healthEndpoint: Endpoint = {
  path: '/health',
  method: 'get',
  handler: async (req) => {
    const { pool } = req.payload.db as unknown as PostgresAdapter
    try {
      const { rows } = await pool.query<{ head: string }>(
        'select coalesce(max(position), 0) as head from avizier.changes',
      )
      const [readings, { scanner, waiting, infected }] = await Promise.all([readingBacklog(pool), quarantine(req)])
      return Response.json(
        {
          status: 'ok',
          parts: {
            database: 'ok',
            changes: { head: Number(rows[0]?.head ?? 0) },
            reader: readings.isReaderUp ? 'ok' : 'down',
            readings: { waiting: readings.files, failed: readings.failed.length },
            antivirus: scanner,
            quarantine: { waiting, infected },
            duePublications: { lastRunAt: lastRunOfDuePublications()?.toISOString() ?? null },
          },
        },
        { headers: { 'cache-control': 'no-store' } },
      )
    } catch (error) {
      req.payload.logger.error({ err: error, msg: 'The health check could not reach the database' })
      return Response.json(
        { status: 'down', parts: { database: 'down' } },
        { status: 503, headers: { 'cache-control': 'no-store' } },
      )
    }
  },
}
