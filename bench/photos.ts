import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { prepareInProcess } from '@avizier/cms/media-process'
import { aPhoto } from '@avizier/cms/test-photos'
import { type Figure, report } from './figures.ts'

const side = { width: 4_032, height: 3_024 }
const regions = [
  { x: 0.2, y: 0.3, width: 0.1, height: 0.05 },
  { x: 0.5, y: 0.5, width: 0.2, height: 0.2 },
]

/**
 * A photo of 12 million pixels, as a phone takes it, to everything the public gets of it: in a process of its own, which
 * is started for it, as in the town. The memory is the most that the process and what it runs have held.
 */
export async function measure({ isLarge }: { isLarge: boolean }): Promise<boolean> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'avizier-bench-'))
  try {
    const jpeg = path.join(folder, 'photo.jpg')
    writeFileSync(jpeg, await aPhoto({ ...side, noise: 90 }))
    const photos = [
      { what: 'JPEG', file: jpeg, mimeType: 'image/jpeg', regions: [] },
      { what: 'JPEG, two regions hidden', file: jpeg, mimeType: 'image/jpeg', regions },
    ]
    const heic = path.join(folder, 'photo.heic')
    if (makeHeic(jpeg, heic)) photos.push({ what: 'HEIC', file: heic, mimeType: 'image/heic', regions: [] })
    else console.log('NOT RUN: HEIC, for heif-enc is not on this system (Debian: libheif-examples)')
    for (const { what, file } of photos) console.log(`${what}: ${(statSync(file).size / 2 ** 20).toFixed(1)} MB`)
    const figures: Figure[] = []
    for (const { what, ...photo } of photos) {
      const seconds: number[] = []
      const megabytes: number[] = []
      for (let round = 0; round < (isLarge ? 40 : 12); round++) {
        const into = path.join(folder, 'made')
        mkdirSync(into)
        const began = performance.now()
        const made = await prepareInProcess(
          { kind: 'photo', ...photo, folder: into },
          { onPeak: (most) => megabytes.push(most) },
        )
        seconds.push((performance.now() - began) / 1000)
        if (made.kind !== 'photo' || made.renditions.length !== 7) throw new Error(`${what} was not prepared`)
        rmSync(into, { recursive: true })
      }
      figures.push(
        {
          what: `${what}: to public renditions`,
          values: seconds,
          unit: 's',
          limit: { of: 'p95', isAtMost: true, value: 3 },
        },
        { what: `${what}: memory`, values: megabytes, unit: 'MB', limit: { of: 'p95', isAtMost: true, value: 300 } },
      )
    }
    return report(figures)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function makeHeic(from: string, to: string): boolean {
  try {
    execFileSync('heif-enc', ['-q', '55', from, '-o', to], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
