import { execFile } from 'node:child_process'
import { rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { toolEnvironment } from '../../env.ts'
import { cleanVideo } from './clean-video.ts'
import type { MediaFault } from './media-kinds.ts'
import { type MadePicture, preparePhoto } from './prepare-photo.ts'

const run = promisify(execFile)

export type MadeVideo = {
  kind: 'video'
  width: number
  height: number
  seconds: number
  color: string
  file: { name: string; mimeType: 'video/mp4' }
  poster: MadePicture[]
}

/**
 * Makes the public copy of a video. ffmpeg, where it is there, moves the index to the beginning, so that it plays
 * before it is whole, and takes a picture; what it wrote is cleaned and looked at again like what was sent.
 */
export async function prepareVideo({
  file,
  folder,
  hasFfmpeg,
}: {
  file: string
  folder: string
  hasFfmpeg: boolean
}): Promise<MadeVideo | { kind: 'refused'; code: MediaFault }> {
  const place = path.join(folder, 'film')
  const clean = await cleanVideo(file, place)
  if (clean.kind === 'refused') return clean
  if (hasFfmpeg) await moveIndexToFront(place, folder)
  const poster = hasFfmpeg ? await posterOf(place, folder, clean.seconds) : null
  const { width, height, seconds } = clean
  return {
    kind: 'video',
    width: poster?.width ?? width,
    height: poster?.height ?? height,
    seconds,
    color: poster?.color ?? '#5f716d',
    file: { name: 'film', mimeType: 'video/mp4' },
    poster: poster?.renditions ?? [],
  }
}

export const hasFfmpeg = (): Promise<boolean> =>
  run('ffmpeg', ['-version'], { env: toolEnvironment() }).then(
    () => true,
    () => false,
  )

/** No network, no other file, and whatever it asks for answered by nobody. */
const quiet = ['-nostdin', '-v', 'error', '-protocol_whitelist', 'file', '-y']

/** Puts the quick copy in the place of the clean one, which stays as it is when that cannot be made as clean. */
async function moveIndexToFront(place: string, folder: string): Promise<void> {
  const [quick, again] = [path.join(folder, 'quick.mp4'), path.join(folder, 'quick-clean')]
  const streams = ['-map', '0:v:0', '-map', '0:a:0?', '-map_metadata', '-1', '-map_chapters', '-1']
  try {
    await run(
      'ffmpeg',
      [...quiet, '-i', place, ...streams, '-c', 'copy', '-movflags', '+faststart', '-f', 'mp4', quick],
      { env: toolEnvironment() },
    )
    if ((await cleanVideo(quick, again)).kind === 'clean') await rename(again, place)
  } catch {
    // It plays from its end too, only later.
  } finally {
    for (const each of [quick, again]) await rm(each, { force: true })
  }
}

async function posterOf(place: string, folder: string, seconds: number) {
  const still = path.join(folder, 'still.png')
  try {
    // A moment after the beginning, when the hand has come to rest.
    const at = Math.min(1, seconds / 2).toFixed(2)
    await run('ffmpeg', [...quiet, '-ss', at, '-i', place, '-frames:v', '1', '-update', '1', still], {
      env: toolEnvironment(),
    })
    if ((await stat(still)).size === 0) return null
    const made = await preparePhoto({ file: still, mimeType: 'image/png', regions: [], folder })
    return made.kind === 'photo' ? made : null
  } catch {
    return null
  } finally {
    await rm(still, { force: true })
  }
}
