import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { z } from 'zod'
import { namesIn, readKept, sweep, syncFolder, writeDurably } from './durable-files.ts'

/** What every noun's items have: the key that makes one of them one. */
export type Spooled = { key: string }
/** What is answered to an item, kept for whoever sends the same again: by its digest it is known to be the same. */
export type Answered = { digest: string }

export type Refusal = { kind: 'refused'; status: number; faults: { camp: string; mesaj: string }[] }
export type SentOutcome<Answer> = { kind: 'answered'; answer: Answer } | Refusal
export type TakenOutcome<Item, Answer> = SentOutcome<Answer> | { kind: 'waiting'; item: Item } | { kind: 'key-reused' }

/** How items of one noun are kept and handed to the record. */
export type SpoolKind<Item extends Spooled, Answer extends Answered> = {
  /** For the log: "A filing", "filings". */
  words: { one: string; many: string }
  item: z.ZodType<Item>
  answer: z.ZodType<Answer>
  /** The same for the same content, whatever its files are called here. */
  digestOf(item: Item): string
  /** The citizen is answered within this many milliseconds, whatever the record does. */
  patience: number
  /** Answers are kept for this many milliseconds. */
  answerLife: number
  /**
   * Hands an item to the record, its files from `files` first.
   * @throws what the network throws, or what says that nobody knows whether it was taken
   */
  send(item: Item, how: { files: string; timeout: number }): Promise<SentOutcome<Answer>>
  /** What is answered about an item that the record refused after it was acknowledged. */
  setAside(item: Item): Answer
}

type Waiting<Item> = { item: Item; place: string; attempts: number }

/**
 * What citizens sent, on its way to the record. Each item is on the disk before anything is answered, and stays there
 * until the record has given its number or refused it before it was acknowledged: whatever is killed, it is
 * registered once, by its key, in the order in which items were taken.
 */
export class Spool<Item extends Spooled, Answer extends Answered> {
  readonly #folder: string
  readonly #kind: SpoolKind<Item, Answer>
  readonly #say: (sentence: string) => void
  readonly #waiting = new Map<string, Waiting<Item>>()
  readonly #underway = new Map<string, { digest: string; outcome: Promise<TakenOutcome<Item, Answer>> }>()
  readonly #stopping = new AbortController()
  #isAway = false
  #last = 0
  #loop: Promise<void> | null = null
  #wake = new AbortController()

  constructor({
    folder,
    kind,
    say,
  }: { folder: string; kind: SpoolKind<Item, Answer>; say: (sentence: string) => void }) {
    this.#folder = folder
    this.#kind = kind
    this.#say = say
  }

  /** Takes up what an earlier run has left, and sends for as long as the site runs. */
  async start(): Promise<void> {
    await mkdir(path.join(this.#folder, 'spool'), { recursive: true, mode: 0o700 })
    for (const name of (await namesIn(path.join(this.#folder, 'spool'))).sort()) {
      const place = path.join(this.#folder, 'spool', name)
      const kept = this.#kind.item.safeParse(await readKept(place))
      if (kept.success) this.#waiting.set(kept.data.key, { item: kept.data, place, attempts: 0 })
      else this.#say(`${place} cannot be read: look at it by hand`)
    }
    if (this.#waiting.size > 0) this.#say(`${this.#waiting.size} ${this.#kind.words.many} wait for the record`)
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
  async find(key: string): Promise<TakenOutcome<Item, Answer> | null> {
    const answer = this.#kind.answer.safeParse(await readKept(this.#answerPlace(key)))
    if (answer.success) return { kind: 'answered', answer: answer.data }
    const waiting = this.#waiting.get(key)
    return waiting ? { kind: 'waiting', item: waiting.item } : null
  }

  /** Takes an item, once for its key: the same again is answered the same, another under its key is refused. */
  async take(item: Item): Promise<TakenOutcome<Item, Answer>> {
    const digest = this.#kind.digestOf(item)
    const underway = this.#underway.get(item.key)
    if (underway) return underway.digest === digest ? underway.outcome : { kind: 'key-reused' }
    const outcome = this.#takeNew(item, digest).finally(() => this.#underway.delete(item.key))
    this.#underway.set(item.key, { digest, outcome })
    return outcome
  }

  async #takeNew(item: Item, digest: string): Promise<TakenOutcome<Item, Answer>> {
    const known = await this.find(item.key)
    if (known) {
      const before =
        known.kind === 'answered' ? known.answer.digest : known.kind === 'waiting' && this.#kind.digestOf(known.item)
      return before === digest ? known : { kind: 'key-reused' }
    }
    const place = path.join(this.#folder, 'spool', `${this.#nextName()}-${item.key}.json`)
    await writeDurably(place, JSON.stringify(item))
    if (this.#waiting.size > 0 || this.#isAway) return this.#waitInLine(item, place)
    try {
      const outcome = await this.#send(item, { timeout: this.#kind.patience })
      if (outcome.kind === 'refused') {
        await rm(place, { force: true })
        return outcome
      }
      return { kind: 'answered', answer: await this.#settle(item, place, outcome.answer) }
    } catch (error) {
      this.#say(`${this.#kind.words.one} waits for the record: ${(error as Error).message}`)
      this.#isAway = isOfTheNetwork(error)
      return this.#waitInLine(item, place)
    }
  }

  /** Those who came before go first. Where the record has just come back, the number may still come in time. */
  async #waitInLine(item: Item, place: string): Promise<TakenOutcome<Item, Answer>> {
    this.#waiting.set(item.key, { item, place, attempts: 0 })
    this.#wake.abort()
    const until = Date.now() + this.#kind.patience
    while (!this.#isAway && this.#waiting.has(item.key) && Date.now() < until) await pause(25)
    return (await this.find(item.key)) ?? { kind: 'waiting', item }
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
      const { item, place } = waiting
      try {
        const outcome = await this.#send(item, { timeout: 15_000 })
        this.#isAway = false
        refusals = 0
        if (outcome.kind === 'refused') await this.#setAside(item, place, outcome.faults)
        else await this.#settle(item, place, outcome.answer)
      } catch (error) {
        waiting.attempts += 1
        this.#isAway = isOfTheNetwork(error)
        // One that the record cannot digest does not hold up the others; two in a row mean that the record is ill.
        if (this.#isAway || waiting.attempts < 5 || ++refusals > 1) return false
        this.#say(
          `${this.#kind.words.one} fails again and again, the others go on: ${place}: ${(error as Error).message}`,
        )
      }
    }
    return this.#waiting.size === 0
  }

  #send(item: Item, { timeout }: { timeout: number }): Promise<SentOutcome<Answer>> {
    return this.#kind.send(item, { files: this.#filesOf(item.key), timeout })
  }

  /** The answer is on the disk before the item leaves it. */
  async #settle({ key }: Item, place: string, answer: Answer): Promise<Answer> {
    await writeDurably(this.#answerPlace(key), JSON.stringify(answer))
    await rm(place, { force: true })
    await rm(this.#filesOf(key), { recursive: true, force: true })
    this.#waiting.delete(key)
    return answer
  }

  /** Acknowledged, and then refused: kept whole, for a person to look at. */
  async #setAside(item: Item, place: string, faults: object): Promise<void> {
    const aside = path.join(this.#folder, 'set-aside', path.basename(place))
    await mkdir(path.dirname(aside), { recursive: true, mode: 0o700 })
    await writeDurably(this.#answerPlace(item.key), JSON.stringify(this.#kind.setAside(item)))
    await rename(place, aside)
    await syncFolder(path.dirname(aside))
    this.#waiting.delete(item.key)
    this.#say(
      `${this.#kind.words.one} was refused after it was acknowledged; it is kept in ${aside}: ${JSON.stringify(faults)}`,
    )
  }

  /** Forgets answers that nobody looks up any more. */
  async sweep(): Promise<void> {
    await sweep(path.join(this.#folder, 'answers'), this.#kind.answerLife)
  }

  /** Removes files that were received so long ago and never sent. */
  async sweepFiles(maxAge: number): Promise<void> {
    const isNeeded = (key: string) => this.#waiting.has(key) || this.#underway.has(key)
    await sweep(path.join(this.#folder, 'quarantine'), maxAge, { keeps: isNeeded })
  }

  async setAsideCount(): Promise<number> {
    return (await namesIn(path.join(this.#folder, 'set-aside'))).length
  }

  /** Names that sort as items came, across restarts and within a millisecond. */
  #nextName(): string {
    this.#last = Math.max(this.#last + 1, Date.now() * 1_000)
    return String(this.#last).padStart(17, '0')
  }

  /** Where the files of an item stand, received before it and gone when it is answered. */
  #filesOf(key: string): string {
    return path.join(this.#folder, 'quarantine', key)
  }

  #answerPlace(key: string): string {
    return path.join(this.#folder, 'answers', `${key}.json`)
  }
}

/** Nobody answered, or not in time; anything else is this item's own trouble, or the record's. */
const isOfTheNetwork = (error: unknown): boolean =>
  error instanceof TypeError || (error instanceof DOMException && ['TimeoutError', 'AbortError'].includes(error.name))
