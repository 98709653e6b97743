import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { seeded } from '../../../test/seeded.ts'
import { aVideo, box, u32 } from '../../../test/videos.ts'
import { cleanVideo } from './clean-video.ts'
import { planCleaning } from './video-cleaning.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'avizier-video-'))
let files = 0
async function clean(bytes: Buffer) {
  const from = path.join(folder, `${++files}`)
  writeFileSync(from, bytes)
  const outcome = await cleanVideo(from, `${from}-clean`)
  const made = outcome.kind === 'clean' ? readFileSync(`${from}-clean`) : Buffer.alloc(0)
  return { outcome, made, text: made.toString('latin1') }
}

const place = '+45.7600+021.1100/'
const picture = { handler: 'vide', codec: 'avc1', samples: ['picture-one', 'picture-two'] }
const key = box('keys', u32(0, 1), box('mdta', 'com.apple.quicktime.location.ISO6709'))
const value = box('ilst', box('\0\0\0\x01', box('data', u32(1, 0), place)))

describe('a cleaned video', () => {
  it.each([
    ['the camera’s own words (©xyz)', { inFilm: [box('udta', box('\xa9xyz', u32(0x0012_15c7), place))] }],
    ['the words of 3GPP (loci)', { inFilm: [box('udta', box('loci', u32(0), 'Acasa\0', u32(0, 1, 2, 3)), 'Acasa')] }],
    [
      'Apple’s keys',
      { brand: 'qt  ', inFilm: [box('meta', box('hdlr', u32(0, 0), 'mdta', u32(0, 0, 0)), key, value)] },
    ],
    [
      'XMP beside the film',
      { around: [box('uuid', Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex'), '<exif:GPSLatitude>45,45.6N')] },
    ],
    ['a box that nobody knows', { around: [box('gps0', place)] }],
    ['free space', { around: [box('free', `freeGPS ${place}`), box('skip', place)] }],
    ['what no sample claims', { between: `freeGPS ${place}` }],
    ['a track of subtitles', { tracks: [picture, { handler: 'sbtl', codec: 'tx3g', samples: [`GPS ${place}`] }] }],
    [
      'a track of metadata, as an iPhone’s',
      {
        tracks: [
          picture,
          {
            handler: 'meta',
            codec: 'mebx',
            samples: [place],
            inEntry: [box('keys', 'com.apple.quicktime.location.ISO6709')],
          },
        ],
      },
    ],
    [
      'the track itself',
      {
        tracks: [
          {
            ...picture,
            more: [box('udta', place), box('meta', place)],
            inTable: [box('uuid', place)],
            inEntry: [box('uuid', place), box('avcC', 'needed')],
          },
        ],
      },
    ],
  ])('tells nothing from %s', async (_, given) => {
    const bytes = aVideo(given as never)
    expect(/45[.,]|Acasa|GPS|ISO6709/.test(bytes.toString('latin1'))).toBe(true)
    const { outcome, made, text } = await clean(bytes)
    expect(outcome).toMatchObject({ kind: 'clean', width: 640, height: 480, seconds: 10 })
    expect(made.length).toBe(bytes.length)
    expect(/45[.,]|Acasa|GPS|ISO6709|xyz|loci/.test(text)).toBe(false)
    expect(text).toContain('picture-onepicture-two')
  })

  it('holds its picture and its sound where they were, and what describes them', async () => {
    const bytes = aVideo({ inFilm: [box('udta', place)] })
    const { made } = await clean(bytes)
    expect(made.subarray(0, bytes.indexOf('udta'))).toEqual(bytes.subarray(0, bytes.indexOf('udta')))
    expect((await clean(made)).made).toEqual(made)
  })

  it('loses a sound that it cannot measure, and nothing else', async () => {
    const { outcome, text } = await clean(
      aVideo({ tracks: [picture, { handler: 'soun', codec: 'sowt', samples: ['raw sound'] }] }),
    )
    expect(outcome.kind).toBe('clean')
    expect(text).not.toContain('raw sound')
    expect(text).toContain('picture-onepicture-two')
  })

  it('is refused when what must stay tells the place', async () => {
    const hidden = { ...picture, inEntry: [box('avcC', 'com.apple.quicktime.location.ISO6709')] }
    expect((await clean(aVideo({ tracks: [hidden] }))).outcome).toEqual({
      kind: 'refused',
      code: 'video-location-stays',
    })
  })
})

describe('a video that cannot be shown', () => {
  it.each([
    ['of two hours', aVideo({ seconds: 7_200 }), 'video-too-long'],
    ['whose codec no browser knows', aVideo({ tracks: [{ ...picture, codec: 'apcn' }] }), 'video-codec-unknown'],
    ['in pieces', aVideo({ around: [box('moof', 'x')] }), 'video-codec-unknown'],
    ['of sound alone', aVideo({ tracks: [{ handler: 'soun', codec: 'mp4a', samples: ['s'] }] }), 'video-broken'],
    ['that ends in the middle', aVideo().subarray(0, 300), 'video-broken'],
    ['without an index', Buffer.concat([box('ftyp', 'isom'), box('mdat', 'x')]), 'video-broken'],
    ['with two', Buffer.concat([aVideo(), box('moov')]), 'video-broken'],
    ['whose samples are in another file', aVideo({ tracks: [{ ...picture, isElsewhere: true }] }), 'video-broken'],
    ['that is a word', Buffer.from('film'), 'video-broken'],
    ['of nothing', Buffer.alloc(0), 'video-broken'],
    [
      'of no end of boxes',
      Buffer.concat([box('ftyp', 'isom'), ...Array.from({ length: 5_000 }, () => box('free'))]),
      'video-broken',
    ],
  ])('%s is refused', async (_, bytes, code) => expect((await clean(bytes)).outcome).toEqual({ kind: 'refused', code }))

  it('never keeps anybody busy, whatever its bytes say', async () => {
    const seed = Date.now() % 1_000_000
    console.log(`seed ${seed}`)
    const random = seeded(seed)
    const whole = aVideo({ inFilm: [box('udta', place)], between: place })
    const kinds = new Set<string>()
    const began = performance.now()
    for (let round = 0; round < 4_000; round++) {
      const bytes = Buffer.from(whole)
      const hits = 1 + Math.floor(random() * 4)
      for (let hit = 0; hit < hits; hit++) {
        const at = Math.floor(random() * (bytes.length - 4))
        if (random() < 0.5) bytes[at] = Math.floor(random() * 256)
        else bytes.writeUInt32BE([0, 1, 0xffff_ffff, 0x7fff_ffff, bytes.length][Math.floor(random() * 5)] ?? 0, at)
      }
      const cut = random() < 0.2 ? bytes.subarray(0, Math.floor(random() * bytes.length)) : bytes
      const plan = await planCleaning({
        size: cut.length,
        read: async (offset, length) => cut.subarray(offset, offset + length),
      })
      kinds.add(plan.kind)
      for (const patch of plan.kind === 'plan' ? plan.patches : []) {
        expect(patch.start).toBeGreaterThanOrEqual(0)
        expect(patch.end).toBeLessThanOrEqual(cut.length)
      }
    }
    expect([...kinds].sort()).toEqual(['plan', 'refused'])
    expect(performance.now() - began).toBeLessThan(20_000)
  })
})
