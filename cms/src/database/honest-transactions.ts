import { randomUUID } from 'node:crypto'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { DatabaseAdapterObj } from 'payload'

type Transaction = Parameters<Parameters<PostgresAdapter['drizzle']['transaction']>[0]>[0]
type Session = PostgresAdapter['sessions'][string]
type Ending = { committed: Promise<void>; commit: () => void; rollback: (reason: Error) => void }

/**
 * Wraps the Postgres adapter of Payload so that a write is never acknowledged when it is not stored:
 * - a COMMIT that fails rejects (Payload 3.90 swallows it: payloadcms/payload pull requests 17726 and 17727;
 *   delete this when both are released);
 * - using a transaction that has ended throws, where Payload falls back to the pool and writes outside it;
 * - a lost connection is logged, where an unheard `error` event would end the process.
 */
export function withHonestTransactions(
  adapter: DatabaseAdapterObj<PostgresAdapter>,
): DatabaseAdapterObj<PostgresAdapter> {
  return {
    ...adapter,
    init(args) {
      const db = adapter.init(args)
      const open = new Map<string, Ending>()
      db.sessions = refusingEndedSessions(open)

      db.beginTransaction = async function beginTransaction(this: PostgresAdapter, options) {
        await this.initializing
        const id = randomUUID()
        const { session, ending } = await begin(this, options as never)
        open.set(id, ending)
        this.sessions[id] = session
        return id
      }

      db.commitTransaction = async function commitTransaction(this: PostgresAdapter, given) {
        const id = String(await given)
        const ending = open.get(id)
        if (!ending) return // Payload ends a transaction that several operations share more than once.
        open.delete(id)
        delete this.sessions[id]
        ending.commit()
        await ending.committed
      }

      db.rollbackTransaction = async function rollbackTransaction(this: PostgresAdapter, given) {
        const id = String(await given)
        const ending = open.get(id)
        if (!ending) return
        open.delete(id)
        delete this.sessions[id]
        ending.rollback(new Error('rolled back'))
        await ending.committed.catch(() => undefined)
      }

      const connect = db.connect
      const heard = new WeakSet<object>()
      db.connect = async function connectAndListen(this: PostgresAdapter, ...connectArgs) {
        await connect?.apply(this, connectArgs)
        if (heard.has(this.pool)) return
        heard.add(this.pool)
        const log = (err: unknown) => this.payload.logger.warn({ err, msg: 'A Postgres connection was lost' })
        this.pool.on('error', log)
        this.pool.on('connect', (client) => client.on('error', log))
      }
      return db
    },
  }
}

async function begin(db: PostgresAdapter, options?: never): Promise<{ session: Session; ending: Ending }> {
  let commit!: () => void
  let rollback!: (reason: Error) => void
  let opened!: (transaction: Transaction) => void
  const whenOpened = new Promise<Transaction>((resolve) => {
    opened = resolve
  })
  const committed = db.drizzle.transaction(
    async (transaction) => {
      const ended = new Promise<void>((resolve, reject) => {
        commit = resolve
        rollback = reject
      })
      opened(transaction)
      await ended
    },
    options ?? (db.transactionOptions || undefined),
  )
  committed.catch(() => undefined) // Heard by whoever ends the transaction.
  const transaction = await Promise.race([
    whenOpened,
    committed.then((): never => {
      throw new Error('The transaction ended before it began')
    }),
  ])
  return {
    session: {
      db: transaction,
      resolve: async () => {
        commit()
        await committed
      },
      reject: async () => {
        rollback(new Error('rolled back'))
        await committed.catch(() => undefined)
      },
    },
    ending: { committed, commit, rollback },
  }
}

/** Reading the session of a transaction that is not open throws instead of answering `undefined`. */
function refusingEndedSessions(open: Map<string, Ending>): PostgresAdapter['sessions'] {
  return new Proxy<PostgresAdapter['sessions']>(
    {},
    {
      get(sessions, id) {
        if (typeof id === 'symbol') return Reflect.get(sessions, id)
        if (!open.has(id)) throw new Error(`Transaction ${id} has ended: nothing more can be written in it`)
        return sessions[id]
      },
    },
  )
}
