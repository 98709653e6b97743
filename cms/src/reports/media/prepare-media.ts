import { Worker } from 'node:worker_threads'
import type { HiddenRegion } from './contract.ts'
import type { MediaFault } from './media-kinds.ts'
import { type MadePhoto, preparePhoto } from './prepare-photo.ts'
import { hasFfmpeg, type MadeVideo, prepareVideo } from './prepare-video.ts'

/** What is asked of the process, as its one argument. */
export type PrepareRequest = {
  kind: 'photo' | 'video'
  file: string
  mimeType: string
  regions: HiddenRegion[]
  /** An empty one, the only place where it may write. */
  folder: string
}
export type PrepareAnswer = MadePhoto | MadeVideo | { kind: 'refused'; code: MediaFault }

/**
 * `prepare-media.ts <request>`, a process of its own for each file: answers over its channel and ends. It knows no
 * secret and no database; who started it may end it at any moment.
 */
const request = JSON.parse(process.argv[2] ?? '{}') as PrepareRequest

// A decoder may keep this thread busy for good: another one ends the process when whoever started it is gone.
new Worker(
  `const parent = ${process.ppid}
   setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL') }, 1000)`,
  { eval: true },
).unref()

const answer: PrepareAnswer =
  request.kind === 'photo'
    ? await preparePhoto(request)
    : await prepareVideo({ ...request, hasFfmpeg: await hasFfmpeg() })
process.send?.(answer, () => process.exit(0))
