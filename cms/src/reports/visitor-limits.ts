import { createHmac } from 'node:crypto'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible'
import { busyPerHour } from './reporting-rules.ts'

const hour = 60 * 60
const day = 24 * hour

/** Counts one more of `what` by `whom`; true when there have been more than `most` within the time. */
async function isTooMuch(
  req: Pick<PayloadRequest, 'payload'>,
  { what, whom, most, within }: { what: string; whom: string; most: number; within: number },
): Promise<boolean> {
  const { pool } = req.payload.db as unknown as PostgresAdapter
  const common = { keyPrefix: what, points: most, duration: within }
  const limiter = new RateLimiterPostgres({
    ...common,
    storeClient: pool,
    storeType: 'pool',
    schemaName: 'avizier',
    tableName: 'rate_limits',
    tableCreated: true,
    clearExpiredByTimeout: false,
    // Counts in memory while the database does not answer.
    insuranceLimiter: new RateLimiterMemory(common),
  })
  const key = createHmac('sha256', req.payload.secret).update(`${what}\0${whom}`).digest('hex')
  return limiter.consume(key).then(
    () => false,
    () => true,
  )
}

/**
 * Whether so many reports came from one place within the hour that the next one wants a look: a script, or a very bad
 * road. Nothing is refused for it.
 */
export async function isBusyVisitor(req: Pick<PayloadRequest, 'payload'>, visitor: string | null): Promise<boolean> {
  if (visitor === null) return false
  const rules = await req.payload.findGlobal({ slug: 'reporting', depth: 0, overrideAccess: true })
  return isTooMuch(req, { what: 'reports', whom: visitor, most: busyPerHour(rules), within: hour })
}

/** Whether no more letters that ask to confirm go out: for this visitor, or to this address, which may be another's. */
export async function mayNotAskToFollow(
  req: Pick<PayloadRequest, 'payload'>,
  { visitor, email }: { visitor: string; email: string },
): Promise<boolean> {
  const [byVisitor, toAddress] = await Promise.all([
    isTooMuch(req, { what: 'follow-by', whom: visitor, most: 20, within: hour }),
    isTooMuch(req, { what: 'follow-to', whom: email.toLowerCase(), most: 5, within: day }),
  ])
  return byVisitor || toAddress
}
