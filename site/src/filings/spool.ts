import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { CmsClient, FiledOutcome } from '../cms-client.ts'
import { namesIn, readKept, sweep, syncFolder, writeDurably } from './durable-files.ts'
import { receiptLife } from './form-token.ts'
import { digestOf, KeptAnswer, KeptFiling } from './kept-filing.ts'

export type TakenOutcome =
  | { kind: 'answered'; answer: KeptAnswer }
  | { kind: 'waiting'; filing: KeptFiling }
  | { kind: 'refused'; status: number; faults: { camp: string; mesaj: string }[] }
  | { kind: 'key-reused' }

type Waiting = { filing: KeptFiling; place: string; attempts: number }

/** The citizen is answered within this, whatever the record does. */
const patience = 1_300

/**
 * Filings on their way to the record. Each is on the disk before anything is answered, and stays there until the
 * record has given its number or refused it before it was acknowledged: whatever is killed, it is registered once,
 * by its key, in the order in which filings were taken.
 */
export class FilingSpool {
  readonly #folder: string
  readonly #cms: Pick<CmsClient, 'fileFor' | 'putFiledBytes'>
  readonly #say: (sentence: string) => void
  readonly #waiting = new Map<string, Waiting>()
  readonly #underway = new Map<string, { digest: string; outcome: Promise<TakenOutcome> }>()
  readonly #stopping = new AbortController()
  #isAway = false
  #last = 0
  #loop: Promise<void> | null = null
  #wake = new AbortController()

  constructor({
    folder,
    cms,
    say,
  }: { folder: string; cms: Pick<CmsClient, 'fileFor' | 'putFiledBytes'>; say: (sentence: string) => void }) {
    this.#folder = folder
    this.#cms = cms
    this.#say = say
  }

  /** Takes up what an earlier run has left, and sends for as long as the site runs. */
  async start(): Promise<void> {
    await mkdir(path.join(this.#folder, 'spool'), { recursive: true, mode: 0o700 })
    for (const name of (await namesIn(path.join(this.#folder, 'spool'))).sort()) {
      const place = path.join(this.#folder, 'spool', name)
      const kept = KeptFiling.safeParse(await readKept(place))
      if (kept.success) this.#waiting.set(kept.data.key, { filing: kept.data, place, attempts: 0 })
      else this.#say(`${place} cannot be read: look at it by hand`)
    }
    if (this.#waiting.size > 0) this.#say(`${this.#waiting.size} filings wait for the record`)
    this.#loop = this.#sendForEver()
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    this.#wake.abort()
    await this.#loop
  }

  get waitingCount(): number {
    return this.#waiting.size
  }

  /** What is known of a key: its answer, that it waits, or null. */
  async find(key: string): Promise<TakenOutcome | null> {
    const answer = KeptAnswer.safeParse(await readKept(this.#answerPlace(key)))
    if (answer.success) return { kind: 'answered', answer: answer.data }
    const waiting = this.#waiting.get(key)
    return waiting ? { kind: 'waiting', filing: waiting.filing } : null
  }

  /** Takes a filing, once for its key: the same again is answered the same, another under its key is refused. */
  async take(filing: KeptFiling): Promise<TakenOutcome> {
    const digest = digestOf(filing)
    const underway = this.#underway.get(filing.key)
    if (underway) return underway.digest === digest ? underway.outcome : { kind: 'key-reused' }
    const outcome = this.#takeNew(filing, digest).finally(() => this.#underway.delete(filing.key))
    this.#underway.set(filing.key, { digest, outcome })
    return outcome
  }

  async #takeNew(filing: KeptFiling, digest: string): Promise<TakenOutcome> {
    const known = await this.find(filing.key)
    if (known) {
      const before =
        known.kind === 'answered' ? known.answer.digest : known.kind === 'waiting' && digestOf(known.filing)
      return before === digest ? known : { kind: 'key-reused' }
    }
    const place = path.join(this.#folder, 'spool', `${this.#nextName()}-${filing.key}.json`)
    await writeDurably(place, JSON.stringify(filing))
    if (this.#waiting.size > 0 || this.#isAway) return this.#waitInLine(filing, place)
    try {
      const outcome = await this.#send(filing, { timeout: patience })
      if (outcome.kind === 'refused') {
        await rm(place, { force: true })
        return outcome
      }
      return { kind: 'answered', answer: await this.#settle(filing, place, outcome) }
    } catch (error) {
      this.#say(`A filing waits for the record: ${(error as Error).message}`)
      this.#isAway = isOfTheNetwork(error)
      return this.#waitInLine(filing, place)
    }
  }

  /** Those who came before go first. Where the record has just come back, the number may still come in time. */
  async #waitInLine(filing: KeptFiling, place: string): Promise<TakenOutcome> {
    this.#waiting.set(filing.key, { filing, place, attempts: 0 })
    this.#wake.abort()
    const until = Date.now() + patience
    while (!this.#isAway && this.#waiting.has(filing.key) && Date.now() < until) await pause(25)
    return (await this.find(filing.key)) ?? { kind: 'waiting', filing }
  }

  async #sendForEver(): Promise<void> {
    let rest = 250
    while (!this.#stopping.signal.aborted) {
      const isDone = this.#waiting.size === 0 || (await this.#sendAll().catch((error: Error) => this.#trouble(error)))
      rest = isDone ? 250 : Math.min(rest * 2, 4_000)
      this.#wake = new AbortController()
      // With nothing to send the loop sleeps until something comes.
      const nap = this.#waiting.size === 0 ? 3_600_000 : rest
      await pause(nap, undefined, { signal: AbortSignal.any([this.#wake.signal, this.#stopping.signal]) }).catch(
        () => undefined,
      )
      if (this.#isAway && !this.#stopping.signal.aborted) await pause(100)
    }
  }

  #trouble(error: Error): false {
    this.#say(`The record could not be asked: ${error.message}`)
    return false
  }

  /** Sends what waits, in order. Answers whether nothing is left that should be tried again soon. */
  async #sendAll(): Promise<boolean> {
    let refusals = 0
    for (const waiting of [...this.#waiting.values()]) {
      if (this.#stopping.signal.aborted) return true
      const { filing, place } = waiting
      try {
        const outcome = await this.#send(filing, { timeout: 15_000 })
        this.#isAway = false
        refusals = 0
        if (outcome.kind === 'refused') await this.#setAside(filing, place, outcome.faults)
        else await this.#settle(filing, place, outcome)
      } catch (error) {
        waiting.attempts += 1
        this.#isAway = isOfTheNetwork(error)
        // One that the record cannot digest does not hold up the others; two in a row mean that the record is ill.
        if (this.#isAway || waiting.attempts < 5 || ++refusals > 1) return false
        this.#say(`A filing fails again and again, the others go on: ${place}: ${(error as Error).message}`)
      }
    }
    return this.#waiting.size === 0
  }

  async #send(
    { key, form, version, answers, files, receivedAt, review }: KeptFiling,
    { timeout }: { timeout: number },
  ): Promise<FiledOutcome> {
    for (const { id, sha256, bytes } of files)
      await this.#cms.putFiledBytes(sha256, path.join(this.#folder, 'quarantine', key, id), {
        timeout: timeout + Math.ceil(bytes / 10_000),
      })
    return this.#cms.fileFor(
      {
        key,
        form,
        version,
        answers,
        files: files.map(({ name, sha256, bytes, mimeType }) => ({ name, sha256, bytes, mimeType })),
        receivedAt,
        review,
      },
      { timeout },
    )
  }

  /** The answer is on the disk before the filing leaves it. */
  async #settle(
    filing: KeptFiling,
    place: string,
    { receipt }: Extract<FiledOutcome, { kind: 'registered' }>,
  ): Promise<KeptAnswer> {
    const { key, form, title, receivedAt, answers } = filing
    const email = typeof answers['email'] === 'string' ? answers['email'] : null
    const digest = digestOf(filing)
    const answer: KeptAnswer = { kind: 'registered', key, form, title, receivedAt, digest, receipt, email }
    await writeDurably(this.#answerPlace(filing.key), JSON.stringify(answer))
    await rm(place, { force: true })
    await rm(path.join(this.#folder, 'quarantine', filing.key), { recursive: true, force: true })
    this.#waiting.delete(filing.key)
    return answer
  }

  /** Acknowledged, and then refused: kept whole, for a person to look at. */
  async #setAside(filing: KeptFiling, place: string, faults: object): Promise<void> {
    const { key, form, title, receivedAt } = filing
    const aside = path.join(this.#folder, 'set-aside', path.basename(place))
    await mkdir(path.dirname(aside), { recursive: true, mode: 0o700 })
    const answer: KeptAnswer = { kind: 'set-aside', key, form, title, receivedAt, digest: digestOf(filing) }
    await writeDurably(this.#answerPlace(filing.key), JSON.stringify(answer))
    await rename(place, aside)
    await syncFolder(path.dirname(aside))
    this.#waiting.delete(filing.key)
    this.#say(`The record refused a filing that was acknowledged; it is kept in ${aside}: ${JSON.stringify(faults)}`)
  }

  /** Forgets answers that nobody looks up any more. */
  async sweep(): Promise<void> {
    await sweep(path.join(this.#folder, 'answers'), receiptLife)
  }

  /** Whether the files of a key may go. */
  needs = (key: string): boolean => this.#waiting.has(key) || this.#underway.has(key)

  async setAsideCount(): Promise<number> {
    return (await namesIn(path.join(this.#folder, 'set-aside'))).length
  }

  /** Names that sort as filings came, across restarts and within a millisecond. */
  #nextName(): string {
    this.#last = Math.max(this.#last + 1, Date.now() * 1_000)
    return String(this.#last).padStart(17, '0')
  }

  #answerPlace(key: string): string {
    return path.join(this.#folder, 'answers', `${key}.json`)
  }
}

/** Nobody answered, or not in time; anything else is this filing's own trouble, or the record's. */
const isOfTheNetwork = (error: unknown): boolean =>
  error instanceof TypeError || (error instanceof DOMException && ['TimeoutError', 'AbortError'].includes(error.name))
