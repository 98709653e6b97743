import { createHmac } from 'node:crypto'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible'

const quarterHour = 15 * 60
/**
 * Only wrong pairs count. A number may be tried eight times from one address; an address may be wrong two hundred
 * times, since a whole village can stand behind one. Nobody elsewhere can use up a citizen's tries: no count is kept
 * for the number alone, whose code has 49 bits.
 */
const limits = { pair: 8, address: 200 } as const

/** What is looked up by something only its owner knows: each has budgets of its own. */
type LookedUp = 'status' | 'fines'
type Limiters = Record<keyof typeof limits, RateLimiterAbstract>
const limiters = new WeakMap<object, Map<LookedUp, Limiters>>()

function limitersOf(req: Pick<PayloadRequest, 'payload'>, of: LookedUp): Limiters {
  const { pool } = req.payload.db as unknown as PostgresAdapter
  const ofPool = limiters.get(pool) ?? new Map<LookedUp, Limiters>()
  limiters.set(pool, ofPool)
  const made = ofPool.get(of)
  if (made) return made
  const limiter = (name: keyof typeof limits) => {
    const common = { keyPrefix: `${of}-${name}`, points: limits[name], duration: quarterHour }
    return new RateLimiterPostgres({
      ...common,
      storeClient: pool,
      storeType: 'pool',
      schemaName: 'avizier',
      tableName: 'rate_limits',
      tableCreated: true,
      // Counts in memory while the database does not answer.
      insuranceLimiter: new RateLimiterMemory(common),
    })
  }
  const both = { pair: limiter('pair'), address: limiter('address') }
  ofPool.set(of, both)
  return both
}

export type StatusTry = {
  /** Seconds to wait; 0 when the question may be asked. */
  mustWait: number
  wasWrong: () => Promise<void>
}

/** The budget of wrong questions of an address, and of that address about one number. */
export async function statusTry(
  req: Pick<PayloadRequest, 'payload'>,
  { address, number, of = 'status' }: { address: string; number: string; of?: LookedUp },
): Promise<StatusTry> {
  const digest = (text: string) =>
    createHmac('sha256', req.payload.secret).update(`status limit\0${text}`).digest('hex')
  const { pair, address: ofAddress } = limitersOf(req, of)
  const keys = { pair: digest(`${address}\0${number}`), address: digest(address) }
  const [tried, triedByAddress] = await Promise.all([pair.get(keys.pair), ofAddress.get(keys.address)])
  const waits = [tried, triedByAddress].map((used) => (used && used.remainingPoints <= 0 ? used.msBeforeNext : 0))
  return {
    mustWait: Math.ceil(Math.max(...waits) / 1000),
    wasWrong: async () => {
      // A rejected consumption is a full budget, which the next question will be told.
      await Promise.allSettled([pair.consume(keys.pair), ofAddress.consume(keys.address)])
    },
  }
}
