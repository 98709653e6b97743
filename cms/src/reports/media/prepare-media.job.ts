import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { fileTypeFromFile } from 'file-type'
import { createLocalReq, type Payload } from 'payload'
import type { Pool } from 'pg'
import { inTransaction } from '../../database/in-transaction.ts'
import { readCmsEnvironment } from '../../env.ts'
import { scansOf } from '../../files/file-scans.ts'
import { filedSize, keepFiledBytes, readFiledBytes } from '../../files/filed-bytes.ts'
import type { Rendition } from './contract.ts'
import { judgeMedia } from './media-kinds.ts'
import { prepareInProcess } from './media-process.ts'
import { giveBackMedia, type MediaOutcome, type MediaTurn, takeMediaTurn } from './media-queue.ts'
import type { MadePhoto, MadePicture } from './prepare-photo.ts'
import type { MadeVideo } from './prepare-video.ts'
import { type AnnounceMedia, settleMedia } from './settle-media.action.ts'

const restEvery = 1_000
const mostAttempts = 3
const abandonedAfter = 3600_000

type Work = { payload: Payload; announce: AnnounceMedia; signal: AbortSignal }

/** Starts preparing what reports carry; the answer stops it. Any number of processes may do so. */
export function startPreparingMedia(payload: Payload, announce: AnnounceMedia): () => void {
  const stopping = new AbortController()
  const work = { payload, announce, signal: stopping.signal }
  const rounds = async () => {
    await clearAbandoned()
    while (!work.signal.aborted) {
      const isBusy = await prepareNext(work).catch((err: unknown) => {
        if (!work.signal.aborted) payload.logger.error({ err, msg: 'A photo or video is prepared later' })
        return false
      })
      if (!isBusy) await pause(restEvery, undefined, { signal: work.signal }).catch(() => undefined)
    }
  }
  void rounds()
  return () => stopping.abort()
}

/** Prepares the file that waits longest. False when nothing waits. */
export async function prepareNext(work: Work): Promise<boolean> {
  const pool = (work.payload.db as unknown as PostgresAdapter).pool as unknown as Pool
  const turn = await takeMediaTurn(pool)
  if (!turn) return false
  const folder = path.join(workshop(), randomUUID())
  await mkdir(folder, { recursive: true })
  try {
    const outcome = await prepare(work, turn, folder)
    if (typeof outcome === 'number') await giveBackMedia(pool, turn, outcome)
    else {
      const req = await createLocalReq({}, work.payload)
      await inTransaction(req, () => settleMedia(req, turn, outcome, work.announce))
    }
  } catch (error) {
    await giveBackMedia(pool, turn, 5).catch(() => undefined) // The lease runs out by itself.
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return true
}

/** The outcome, or after how many seconds to try again. */
async function prepare({ payload, signal }: Work, turn: MediaTurn, folder: string): Promise<MediaOutcome | number> {
  if (turn.attempts > mostAttempts) return { kind: 'refused', code: 'media-too-costly' }
  const scan = (await scansOf({ payload }, [turn.sha256]))(turn.sha256)
  if (scan.state === 'infected') return { kind: 'refused', code: 'media-infected' }
  const bytes = await filedSize(turn.sha256)
  if (bytes === null) return { kind: 'refused', code: 'media-missing' }
  const file = path.join(folder, 'original')
  await pipeline(await readFiledBytes(turn.sha256), createWriteStream(file))
  const verdict = judgeMedia({ detected: (await fileTypeFromFile(file))?.mime ?? null, bytes })
  if (verdict.kind === 'refused') return verdict
  const made = path.join(folder, 'made')
  await mkdir(made)
  const answer = await prepareInProcess(
    { kind: verdict.kind, file, mimeType: verdict.mimeType, regions: turn.regions, folder: made },
    { signal },
  )
  if (answer.kind === 'refused') return answer
  if (answer.kind === 'ended') {
    if (answer.by === 'caller') return 0
    return answer.by === 'itself' ? 10 * turn.attempts : { kind: 'refused', code: 'media-too-costly' }
  }
  return keep(answer, made)
}

async function keep(made: MadePhoto | MadeVideo, folder: string): Promise<MediaOutcome> {
  const pictures = made.kind === 'photo' ? made.renditions : made.poster
  const renditions: Rendition[] = []
  for (const { name, ...picture } of pictures) renditions.push({ ...picture, ...(await keepMade(folder, { name })) })
  const served = renditions.map(({ sha256 }) => sha256)
  if (made.kind === 'photo') {
    const { width, height, color } = made
    const desk = await keepMade(folder, made.desk)
    return { kind: 'ready', media: { kind: 'photo', width, height, color, renditions }, desk: desk.sha256, served }
  }
  const { width, height, seconds } = made
  const file = { mimeType: made.file.mimeType, ...(await keepMade(folder, made.file)) }
  return {
    kind: 'ready',
    media: { kind: 'video', width, height, seconds, file, poster: renditions },
    desk: null,
    served: [...served, file.sha256],
  }
}

async function keepMade(folder: string, { name }: Pick<MadePicture, 'name'>) {
  const kept = await keepFiledBytes(Readable.toWeb(createReadStream(path.join(folder, name))) as never)
  if (kept.kind !== 'kept') throw new Error(`${name} could not be kept`)
  return { sha256: kept.sha256, bytes: kept.bytes }
}

/** A place on the disk of the record: a video does not fit into the memory that some systems call their disk. */
const workshop = () => path.join(readCmsEnvironment().DATA_DIR, 'preparing')

/** What a process that was killed left behind. */
async function clearAbandoned(): Promise<void> {
  for (const name of await readdir(workshop()).catch(() => [])) {
    const place = path.join(workshop(), name)
    const age = Date.now() - (await stat(place).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs
    if (age > abandonedAfter) await rm(place, { recursive: true, force: true })
  }
}
