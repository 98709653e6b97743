import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { FileStore } from '../files/file-store.ts'
import { uploadKey } from '../files/town-store.ts'
import { finishReading } from './finish-reading.action.ts'
import { PageReaderProcess } from './page-reader-process.ts'
import {
  faultsInARow,
  giveBack,
  notePages,
  readOlderAgain,
  readSoFar,
  renewLease,
  storePage,
  type Turn,
  takeTurn,
} from './reading-queue.ts'
import { outcomeOf, type ReadingCode, readingLimits } from './reading-state.ts'
import { chooseEngine, type Engine, type EngineName } from './recognition-engine.ts'
import { textEngine } from './text-engine.ts'

type Limits = { [Name in keyof typeof readingLimits]: number }

export type ReadFiles = {
  pool: Pool
  /** Where the uploads are. */
  store: FileStore
  signal: AbortSignal
  say: (sentence: string) => void
  limits?: Limits
  /** After so many seconds at one file the next in line has its turn. */
  turnSeconds?: number
}

const restEvery = 1_000
const looksForEngineEvery = 3600_000
const renewsEvery = 15_000

/** Reads files as they come in, one page at a time, until it is told to stop. Any number of readers may run. */
export async function readFiles(work: ReadFiles): Promise<void> {
  let engine: Engine | null = null
  let lookedAt = 0
  let trouble = ''
  while (!work.signal.aborted) {
    try {
      if (!engine || Date.now() - lookedAt > looksForEngineEvery) {
        engine = await chooseEngine()
        lookedAt = Date.now()
        const older = await readOlderAgain(work.pool, engine)
        work.say(`Pictures are read by ${engine.name} ${engine.version}`)
        if (older > 0) work.say(`${older} readings of an older version are read again`)
      }
      if (await readOneTurn(work, engine)) continue
      trouble = ''
    } catch (error) {
      if (work.signal.aborted) return
      const { message } = error as Error
      if (message !== trouble) work.say(`The reading goes on later: ${message}`)
      trouble = message
    }
    await pause(restEvery, undefined, { signal: work.signal }).catch(() => undefined)
  }
}

/** One turn at the file that waits longest. False when nothing waits. */
export async function readOneTurn(work: ReadFiles, engine: Engine): Promise<boolean> {
  const turn = await takeTurn(work.pool, engine)
  if (!turn) return false
  const { file } = turn
  const read = file
    ? await work.store.asFile(uploadKey(file.name), async (place) => {
        await new FileTurn(work, turn, engine, { path: place, mimeType: file.mimeType }).read()
        return 'read' as const
      })
    : null
  if (!read) await finish(work, turn, engine, { state: 'failed', code: 'file-missing' })
  return true
}

const finish = (
  work: ReadFiles,
  turn: Turn,
  engine: Engine,
  outcome: { state: 'done' | 'empty' | 'failed'; code: ReadingCode | null },
) => finishReading(work.pool, turn, outcome, { text: textEngine(), recognised: engine })

class FileTurn {
  readonly #work: ReadFiles
  readonly #turn: Turn
  readonly #engine: Engine
  readonly #file: { path: string; mimeType: string }
  readonly #limits: Limits
  #process: PageReaderProcess | null = null
  #isLost = false

  constructor(work: ReadFiles, turn: Turn, engine: Engine, file: { path: string; mimeType: string }) {
    this.#work = work
    this.#turn = turn
    this.#engine = engine
    this.#file = file
    this.#limits = work.limits ?? readingLimits
  }

  async read(): Promise<void> {
    const stop = () => this.#process?.end()
    const renewing = setInterval(
      () =>
        renewLease(this.#work.pool, this.#turn).then(
          (isMine) => {
            if (isMine) return
            this.#isLost = true
            stop()
          },
          () => undefined, // The next one may get through; a lease that runs out is noticed at the next page.
        ),
      renewsEvery,
    )
    this.#work.signal.addEventListener('abort', stop)
    try {
      await this.#pages()
    } finally {
      clearInterval(renewing)
      this.#work.signal.removeEventListener('abort', stop)
      stop()
    }
  }

  get #isOver(): boolean {
    return this.#isLost || this.#work.signal.aborted
  }

  async #open() {
    const { openingSeconds, pageSeconds, megabytes } = this.#limits
    this.#process = new PageReaderProcess({
      file: this.#file.path,
      mimeType: this.#file.mimeType,
      engine: this.#engine.name as EngineName,
      cost: { openingSeconds, pageSeconds, megabytes },
    })
    return this.#process.opened()
  }

  async #pages(): Promise<void> {
    const { pool, turnSeconds = 60 } = this.#work
    const turn = this.#turn
    const opened = await this.#open()
    const began = performance.now()
    if (this.#isOver) return giveBack(pool, turn)
    if (opened.kind !== 'opened') {
      const code = opened.kind === 'refused' ? opened.code : opened.fault === 'page-unreadable' ? 'broken' : 'given-up'
      await finish(this.#work, turn, this.#engine, { state: 'failed', code })
      return
    }
    await notePages(pool, turn, opened.pages)
    const last = Math.min(opened.pages, this.#limits.pages)
    let inARow = await faultsInARow(pool, turn)
    let spentMs = turn.spentMs
    let stopped: 'given-up' | 'out-of-time' | null = null
    let isPassedOver = turn.attempts > this.#limits.attempts
    for (let page = turn.pagesDone + 1; page <= last && !stopped; page++) {
      if (performance.now() - began > turnSeconds * 1000) return giveBack(pool, turn)
      const startedAt = performance.now()
      const answer = isPassedOver ? ({ kind: 'fault', fault: 'page-unreadable' } as const) : await this.#readPage(page)
      isPassedOver = false
      if (this.#isOver) return giveBack(pool, turn)
      const pageMs = performance.now() - startedAt
      spentMs += pageMs
      const read = answer.kind === 'ended' ? ({ kind: 'fault', fault: answer.fault } as const) : answer
      if (!(await storePage(pool, turn, { ...read, page, spentMs: pageMs }))) return
      inARow = read.kind === 'fault' ? inARow + 1 : 0
      if (inARow >= this.#limits.faultsInARow) stopped = 'given-up'
      else if (spentMs > this.#limits.fileSeconds * 1000) stopped = 'out-of-time'
      if (answer.kind === 'ended' && page < last && !stopped) await this.#open()
    }
    await finish(this.#work, turn, this.#engine, outcomeOf({ ...(await readSoFar(pool, turn)), stopped }, opened.pages))
  }

  async #readPage(page: number) {
    return this.#process?.read(page) ?? ({ kind: 'ended', fault: 'page-unreadable' } as const)
  }
}
