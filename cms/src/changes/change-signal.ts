import type { Payload } from 'payload'
import { Client } from 'pg'

const pollEvery = 2_000

/**
 * Wakes readers when a change commits: Postgres NOTIFY on one connection of its own, and a poll as the net
 * for whatever a broken connection missed.
 */
export class ChangeSignal {
  readonly #connectionString: string
  readonly #log: Payload['logger']
  #waiting = new Set<() => void>()
  #client: Client | null = null
  #connecting = false

  constructor(connectionString: string, log: Payload['logger']) {
    this.#connectionString = connectionString
    this.#log = log
  }

  /** Resolves at the next change, or after the poll interval or `timeout` milliseconds. */
  next(timeout: number): Promise<void> {
    void this.#listen()
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer)
        this.#waiting.delete(wake)
        resolve()
      }
      const timer = setTimeout(wake, Math.max(0, Math.min(timeout, pollEvery)))
      this.#waiting.add(wake)
    })
  }

  async #listen(): Promise<void> {
    if (this.#client || this.#connecting) return
    this.#connecting = true
    const client = new Client({ connectionString: this.#connectionString, application_name: 'avizier changes' })
    const lose = (err?: Error) => {
      if (this.#client === client) this.#client = null
      if (err) this.#log.warn({ err, msg: 'The change signal lost its connection; readers poll until it is back' })
    }
    try {
      client.on('error', lose)
      client.on('end', () => lose())
      client.on('notification', () => this.#wakeAll())
      await client.connect()
      await client.query('listen avizier_changes')
      this.#client = client
      this.#wakeAll()
    } catch (error) {
      lose(error as Error)
    } finally {
      this.#connecting = false
    }
  }

  #wakeAll(): void {
    for (const wake of [...this.#waiting]) wake()
  }
}
