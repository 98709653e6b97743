import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { commitTransaction, createLocalReq, initTransaction, killTransaction, type Payload } from 'payload'
import { idsOfActsChangingState } from '../acts/related-acts.action.ts'
import { dayOf } from './calendar.ts'

const every = 5_000
const scheduled = ['acts', 'announcements', 'documents', 'pages', 'forms'] as const
let lastRunAt: Date | null = null

/** When the job last finished a round in this process; null before the first. */
export const lastRunOfDuePublications = () => lastRunAt

/** Starts the round of due publications; the answer stops it. */
export function startDuePublications(payload: Payload): () => void {
  let stopped = false
  let timer: NodeJS.Timeout
  const round = async () => {
    try {
      await publishWhatIsDue(payload, new Date())
    } catch (err) {
      payload.logger.error({ err, msg: 'A round of due publications failed; the next one tries again' })
    }
    if (!stopped) timer = setTimeout(round, every)
  }
  timer = setTimeout(round, every)
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}

/**
 * Publishes scheduled drafts, takes down what has run out, and writes acts again whose state changes with the day.
 * An advisory lock lets one process at a time do it; each document has a transaction of its own, so that one
 * that is refused does not hold up the others.
 */
export async function publishWhatIsDue(
  payload: Payload,
  now: Date,
): Promise<{ published: number; takenDown: number; restated: number }> {
  const done = { published: 0, takenDown: 0, restated: 0 }
  const { pool } = payload.db as unknown as PostgresAdapter
  const lock = await pool.connect()
  try {
    const { rows } = await lock.query<{ held: boolean }>(
      "select pg_try_advisory_lock(hashtext('avizier due publications')) as held",
    )
    if (!rows[0]?.held) return done
    try {
      for (const collection of scheduled) {
        const due = now.toISOString()
        const drafts = await payload.findVersions({
          collection,
          where: {
            and: [
              { latest: { equals: true } },
              { 'version._status': { equals: 'draft' } },
              { 'version.publishAt': { less_than_equal: due } },
            ],
          },
          depth: 0,
          pagination: false,
          overrideAccess: true,
        })
        for (const draft of drafts.docs) {
          const isDone = await attempt(payload, collection, draft.parent as number, {
            _status: 'published',
            publishAt: null,
          })
          if (isDone) done.published += 1
        }
        const over = await payload.find({
          collection,
          where: { and: [{ _status: { equals: 'published' } }, { takeDownAt: { less_than_equal: due } }] },
          depth: 0,
          pagination: false,
          overrideAccess: true,
        })
        for (const document of over.docs) {
          const isDone = await attempt(payload, collection, document.id as number, {
            _status: 'draft',
            takeDownAt: null,
            publishAt: null,
          })
          if (isDone) done.takenDown += 1
        }
      }
      done.restated = await restateActs(payload, dayOf(now))
    } finally {
      await lock.query("select pg_advisory_unlock(hashtext('avizier due publications'))")
    }
  } finally {
    lock.release()
  }
  lastRunAt = new Date()
  return done
}

async function attempt(
  payload: Payload,
  collection: (typeof scheduled)[number],
  id: number,
  data: Record<string, unknown>,
): Promise<boolean> {
  try {
    const latest = await payload.findByID({ collection, id, draft: true, depth: 0, overrideAccess: true })
    const { id: _, createdAt: __, updatedAt: ___, ...kept } = latest as unknown as Record<string, unknown>
    await payload.update({
      collection,
      id,
      data: { ...kept, ...data },
      depth: 0,
      overrideAccess: true,
      context: { actor: 'Programare' },
    })
    return true
  } catch (err) {
    payload.logger.error({ err, msg: `The schedule of ${collection} ${id} could not be carried out` })
    return false
  }
}

/** Acts whose state begins or ends on a day since the last round that looked get a new change row. */
async function restateActs(payload: Payload, today: string): Promise<number> {
  const req = await createLocalReq({ context: { actor: 'Calendar' } }, payload)
  const mine = await initTransaction(req)
  try {
    const ids = await idsOfActsChangingState(req, today)
    for (const id of ids) {
      const act = await payload.findByID({ collection: 'acts', id, req, depth: 0, overrideAccess: true })
      await payload.update({
        collection: 'acts',
        id,
        data: { topic: act['topic'] ?? null, _status: 'published' } as never,
        req,
        depth: 0,
        overrideAccess: true,
      })
    }
    if (mine) await commitTransaction(req)
    return ids.length
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}
