import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { aVideo } from '../../../test/videos.ts'
import { prepareInProcess } from './media-process.ts'
import { hasFfmpeg, prepareVideo } from './prepare-video.ts'

const isThere = await hasFfmpeg()
if (!isThere) console.warn('NOT RUN: real videos, for ffmpeg is not on this system (Debian: ffmpeg)')

const folder = () => mkdtempSync(path.join(os.tmpdir(), 'avizier-video-'))
const place = /45\.7600|21\.1100|ISO6709|GPS|Popescu/

/** What plays the file says of it, with every frame decoded. */
function played(file: string) {
  const { stderr } = spawnSync('ffmpeg', ['-v', 'error', '-i', file, '-f', 'null', '-'], { encoding: 'utf8' })
  const told = execFileSync('ffprobe', ['-v', 'error', '-show_format', '-show_streams', '-of', 'json', file], {
    encoding: 'utf8',
  })
  const { streams, format } = JSON.parse(told) as {
    streams: { codec_type: string }[]
    format: { duration: string; tags?: Record<string, string> }
  }
  return {
    errors: stderr,
    kinds: streams.map(({ codec_type }) => codec_type).sort(),
    seconds: Number(format.duration),
    tags: format.tags ?? {},
  }
}

describe.runIf(isThere)('a real video', () => {
  const at = folder()
  const film = (name: string) => path.join(at, name)
  beforeAll(() => {
    const picture = ['-f', 'lavfi', '-i', 'testsrc2=size=640x360:rate=25:duration=4']
    const sound = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=4']
    writeFileSync(film('words.srt'), '1\n00:00:00,000 --> 00:00:03,000\nGPS(45.7600, 21.1100)\n')
    const told = ['-metadata', 'location=+45.7600+021.1100/', '-metadata', 'artist=Ion Popescu']
    const encoded = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac']
    const make = (...more: string[]) => execFileSync('ffmpeg', ['-v', 'error', '-y', ...picture, ...sound, ...more])
    make(...encoded, ...told, film('android.mp4'))
    make(
      ...encoded,
      '-metadata',
      'com.apple.quicktime.location.ISO6709=+45.7600+021.1100/',
      '-movflags',
      'use_metadata_tags',
      film('iphone.mov'),
    )
    make(
      '-i',
      film('words.srt'),
      '-map',
      '0',
      '-map',
      '1',
      '-map',
      '2',
      ...encoded,
      '-c:s',
      'mov_text',
      film('drone.mp4'),
    )
  })

  it.each(['android.mp4', 'iphone.mov', 'drone.mp4'])(
    '%s loses its place and plays to its end, with ffmpeg and without',
    async (name) => {
      expect(readFileSync(film(name)).toString('latin1')).toMatch(place)
      for (const hasTool of [true, false]) {
        const to = folder()
        const made = await prepareVideo({ file: film(name), folder: to, hasFfmpeg: hasTool })
        if (made.kind === 'refused') throw new Error(made.code)
        const bytes = readFileSync(path.join(to, 'film'))
        expect(bytes.toString('latin1')).not.toMatch(place)
        expect(made).toMatchObject({ width: 640, height: 360, file: { mimeType: 'video/mp4' } })
        const { errors, kinds, seconds, tags } = played(path.join(to, 'film'))
        expect(errors).toBe('')
        expect(kinds).toEqual(['audio', 'video'])
        expect(seconds).toBeCloseTo(4, 0)
        expect(JSON.stringify(tags)).not.toMatch(place)
        expect(made.poster.length > 0).toBe(hasTool)
        if (hasTool) expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'))
      }
    },
  )

  it('has a picture of its beginning that tells nothing else', async () => {
    const to = folder()
    const made = await prepareVideo({ file: film('android.mp4'), folder: to, hasFfmpeg: true })
    if (made.kind === 'refused') throw new Error(made.code)
    for (const { name, width } of made.poster) {
      const metadata = await sharp(path.join(to, name)).metadata()
      expect([metadata.width, metadata.exif, metadata.xmp]).toEqual([width, undefined, undefined])
    }
  })

  it('that was filmed upright is shown upright', async () => {
    const bytes = readFileSync(film('android.mp4'))
    // The matrix of the first track: a quarter of a turn.
    const matrix = bytes.indexOf('tkhd') + 4 + 40
    for (const [index, value] of [0, 0x10000, 0, -0x10000, 0].entries()) bytes.writeInt32BE(value, matrix + index * 4)
    writeFileSync(film('turned.mp4'), bytes)
    const made = await prepareVideo({ file: film('turned.mp4'), folder: folder(), hasFfmpeg: false })
    expect(made).toMatchObject({ kind: 'video', width: 360, height: 640 })
    const withPicture = await prepareVideo({ file: film('turned.mp4'), folder: folder(), hasFfmpeg: true })
    expect(withPicture).toMatchObject({
      width: 360,
      height: 640,
      poster: expect.arrayContaining([expect.objectContaining({ width: 360, height: 640 })]),
    })
  })

  it('is prepared in a process that may write nowhere else', async () => {
    const to = folder()
    const made = await prepareInProcess(
      { kind: 'video', file: film('android.mp4'), mimeType: 'video/mp4', regions: [], folder: to },
      {},
    )
    expect(made.kind).toBe('video')
    expect(statSync(path.join(to, 'film')).size).toBeGreaterThan(10_000)
  })
})

describe('a video without ffmpeg', () => {
  it('is shown all the same, without a picture', async () => {
    const [to, file] = [folder(), path.join(folder(), 'film.mp4')]
    writeFileSync(file, aVideo())
    expect(await prepareVideo({ file, folder: to, hasFfmpeg: false })).toMatchObject({
      kind: 'video',
      seconds: 10,
      poster: [],
    })
  })
})

describe('the process that prepares', () => {
  it.each([
    ['time', { seconds: 0.02, megabytes: 900 }],
    ['memory', { seconds: 60, megabytes: 1 }],
  ])('is ended when it takes too much %s', async (by, cost) => {
    const file = path.join(folder(), 'film.mp4')
    writeFileSync(file, aVideo())
    expect(
      await prepareInProcess({ kind: 'video', file, mimeType: 'video/mp4', regions: [], folder: folder() }, { cost }),
    ).toEqual({ kind: 'ended', by })
  })

  it('ends with whoever called it', async () => {
    const stopping = new AbortController()
    const file = path.join(folder(), 'film.mp4')
    writeFileSync(file, aVideo())
    const answer = prepareInProcess(
      { kind: 'video', file, mimeType: 'video/mp4', regions: [], folder: folder() },
      { signal: stopping.signal },
    )
    stopping.abort()
    expect(await answer).toEqual({ kind: 'ended', by: 'caller' })
  })
})
