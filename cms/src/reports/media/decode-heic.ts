/// <reference path="./heic-decode.d.ts" />
import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import decode from 'heic-decode'
import { toolEnvironment } from '../../env.ts'

const run = promisify(execFile)

export type DecodedHeic =
  | { file: string }
  | { data: Uint8ClampedArray; info: { width: number; height: number; channels: 4 } }

/**
 * The photo of an iPhone, upright: by libheif's own program where the system has it (Debian: libheif-examples), which
 * is faster, else by the libheif that comes with npm.
 */
export async function decodeHeic(
  file: string,
  folder: string,
  { isNative = true }: { isNative?: boolean } = {},
): Promise<DecodedHeic> {
  const native = isNative ? await decodeNatively(file, folder) : null
  if (native) return { file: native }
  const { data, width, height } = await decode({ buffer: await readFile(file) })
  return { data, info: { width, height, channels: 4 } }
}

async function decodeNatively(file: string, folder: string): Promise<string | null> {
  try {
    // Bytes of the picture alone, at a quality that the renditions cannot tell from the original's.
    await run('heif-convert', ['-q', '95', file, path.join(folder, 'heic.jpg')], { env: toolEnvironment() })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  // Where a file holds several pictures each has a number; the first is the photo.
  const made = (await readdir(folder)).filter((name) => /^heic(-1)?\.jpg$/.test(name)).sort()
  if (!made[0]) throw new Error('heif-convert made no picture')
  return path.join(folder, made[0])
}
