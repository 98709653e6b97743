import { createHash, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'
import sharp from 'sharp'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { anIphonePhoto, aPhoto, quarters } from '../../../test/photos.ts'
import { changesToken, openTestRecord, type TestRecord } from '../../../test/record.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { keepFiledBytes } from '../../files/filed-bytes.ts'
import { awaitMedia } from './await-media.action.ts'
import { type HiddenRegion, mediaFiles, PublicMedia } from './contract.ts'
import { keptMedia, publicMedia } from './kept-media.ts'
import { mediaFaults } from './media.ro.ts'
import type { MediaOutcome } from './media-queue.ts'
import { prepareNext } from './prepare-media.job.ts'
import { settleMedia } from './settle-media.action.ts'

let record: TestRecord
let announced: string[] = []
beforeAll(async () => {
  record = await openTestRecord()
})
afterEach(() => {
  announced = []
})

const file = async (bytes: Buffer): Promise<string> => {
  const kept = await keepFiledBytes(Readable.toWeb(Readable.from([bytes])) as never)
  if (kept.kind !== 'kept') throw new Error(kept.code)
  return kept.sha256
}
const asked = async <Answer>(work: (req: PayloadRequest) => Promise<Answer>) => {
  const req = await createLocalReq({}, record.payload)
  return inTransaction(req, () => work(req))
}
const announce = async (_: PayloadRequest, sha256: string) => void announced.push(sha256)
const work = () => ({ payload: record.payload, announce, signal: new AbortController().signal })

/** Sends a file with a report, and prepares it to its end. */
async function send(bytes: Buffer) {
  const sha256 = await file(bytes)
  await asked((req) => awaitMedia(req, [sha256]))
  while (await prepareNext(work()));
  const [kept] = await keptMedia(record.pool, [sha256])
  return { sha256, kept, state: kept?.state, code: kept?.code }
}

async function photoOf(sha256: string) {
  const [shown] = await asked((req) => publicMedia(req, [sha256]))
  const media = PublicMedia.parse(shown?.media)
  if (media.kind !== 'photo') throw new Error('It is a video')
  return media
}

const fromTheFeed = async (sha256: string) => {
  const headers = { authorization: `Bearer ${changesToken}` }
  const answer = await record.rest('GET', `/changes/files/${sha256}`, { headers })
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    bytes: Buffer.from(await answer.arrayBuffer()),
  }
}

const largest = async (sha256: string) => {
  const { renditions } = await photoOf(sha256)
  const { bytes } = await fromTheFeed(renditions.findLast(({ mimeType }) => mimeType === 'image/webp')?.sha256 ?? '')
  return bytes
}

/** The colour in the middle of each quarter, and how far the furthest of them is from what was photographed. */
async function furthestColor(picture: Buffer): Promise<number> {
  const { data } = await sharp(picture)
    .resize(2, 2, { fit: 'fill' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const wanted = Object.values(quarters).flatMap((color) =>
    [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)),
  )
  return Math.max(...wanted.map((value, index) => Math.abs(value - (data[index] ?? 0))))
}

describe('a photo', () => {
  it.each([
    ['a JPEG that lies on its side', () => aPhoto(), 600, 800],
    ['an iPhone’s own format', async () => anIphonePhoto(), 600, 800],
    [
      'a PNG',
      async () =>
        sharp(await aPhoto({ orientation: 1 }))
          .png()
          .toBuffer(),
      800,
      600,
    ],
  ])('sent as %s is shown upright, and tells nothing but what it shows', async (_, make, width, height) => {
    const bytes = await make()
    const { sha256, state } = await send(bytes)
    expect(state).toBe('ready')
    const media = await photoOf(sha256)
    expect(media).toMatchObject({ width, height })
    expect([...new Set(media.renditions.map(({ mimeType }) => mimeType))].sort()).toEqual([
      'image/avif',
      'image/jpeg',
      'image/webp',
    ])
    for (const rendition of media.renditions) {
      const answer = await fromTheFeed(rendition.sha256)
      expect(answer).toMatchObject({ status: 200, type: rendition.mimeType })
      expect(answer.bytes.length).toBe(rendition.bytes)
      expect(createHash('sha256').update(answer.bytes).digest('hex')).toBe(rendition.sha256)
      const metadata = await sharp(answer.bytes).metadata()
      expect(metadata).toMatchObject({ width: rendition.width, height: rendition.height })
      expect([metadata.exif, metadata.xmp, metadata.iptc, metadata.orientation]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ])
      expect(answer.bytes.includes('Popescu') || answer.bytes.includes('GPS') || answer.bytes.includes('Exif')).toBe(
        false,
      )
      expect(await furthestColor(answer.bytes)).toBeLessThan(32)
    }
  })

  it('carries what the test says it carries before it is prepared', async () => {
    for (const bytes of [await aPhoto(), anIphonePhoto()]) {
      expect(bytes.includes('Popescu')).toBe(true)
      expect((await sharp(bytes).metadata()).exif?.length).toBeGreaterThan(200)
    }
  })

  it('never leaves the record as it was sent', async () => {
    const { sha256 } = await send(await aPhoto())
    expect((await fromTheFeed(sha256)).status).toBe(404)
    expect(JSON.stringify(await photoOf(sha256))).not.toContain(sha256)
  })

  it('is listed as files that a public record can carry', async () => {
    const media = await photoOf((await send(await aPhoto())).sha256)
    const files = mediaFiles([media])
    expect(files).toHaveLength(media.renditions.length)
    expect(files[0]).toMatchObject({ name: 'foto-480.avif', mimeType: 'image/avif', reading: null })
  })

  it('is told of once it is ready, in the transaction that makes it so', async () => {
    const sha256 = await file(await aPhoto({ width: 640 }))
    await asked((req) => awaitMedia(req, [sha256]))
    let seen: unknown = null
    await prepareNext({
      ...work(),
      announce: async (req) => {
        seen = (await publicMedia(req, [sha256]))[0]?.media.kind
        throw new Error('the report could not be written')
      },
    }).catch(() => undefined)
    expect(seen).toBe('photo')
    expect((await keptMedia(record.pool, [sha256]))[0]).toMatchObject({ state: 'waiting', media: null })
    await record.pool.query('update avizier.report_media set turn_at = now() where sha256 = $1', [sha256])
    while (await prepareNext(work()));
    expect(announced).toEqual([sha256])
  })

  it('whose preparer died is prepared by the next one', async () => {
    const sha256 = await file(await aPhoto({ width: 660 }))
    await asked((req) => awaitMedia(req, [sha256]))
    await record.pool.query(
      `update avizier.report_media set state = 'working', lease = gen_random_uuid(), attempts = 1,
         lease_until = now() - interval '1 second' where sha256 = $1`,
      [sha256],
    )
    expect(await prepareNext(work())).toBe(true)
    expect((await keptMedia(record.pool, [sha256]))[0]?.state).toBe('ready')
  })

  it('that ends its preparer again and again is given up', async () => {
    const sha256 = await file(await aPhoto({ width: 680 }))
    await asked((req) => awaitMedia(req, [sha256]))
    await record.pool.query('update avizier.report_media set attempts = 3 where sha256 = $1', [sha256])
    while (await prepareNext(work()));
    expect((await keptMedia(record.pool, [sha256]))[0]).toMatchObject({ state: 'refused', code: 'media-too-costly' })
  })
})

describe('what cannot be shown', () => {
  it.each([
    ['of no bytes', async () => Buffer.alloc(0), 'media-empty'],
    [
      'cut in the middle',
      async () => (await aPhoto({ width: 1600, height: 1200 })).subarray(0, 12_000),
      'photo-broken',
    ],
    [
      'drawn in SVG',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'media-kind-unknown',
    ],
    ['a GIF with a program in it', async () => Buffer.from('GIF89a<?php system($_GET["c"]); ?>'), 'media-kind-unknown'],
    [
      'a page that says it is a photo',
      async () => Buffer.from('<!doctype html><script>alert(1)</script>'),
      'media-kind-unknown',
    ],
    [
      'a video that is none',
      async () => Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom\xff\xff\xff\xffmoov', 'latin1'),
      'video-broken',
    ],
  ])('%s is refused with a sentence', async (_, make, code) => {
    const sent = await send(await make())
    expect(sent).toMatchObject({ state: 'refused', code })
    expect(mediaFaults[code as keyof typeof mediaFaults]).toMatch(/[.]$/)
  })

  it('of 400 million pixels is refused before it is opened', async () => {
    const bomb = await sharp({
      create: { width: 20_000, height: 20_000, channels: 3, background: '#fff' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer()
    const began = performance.now()
    expect(await send(bomb)).toMatchObject({ state: 'refused', code: 'photo-too-many-pixels' })
    expect(performance.now() - began).toBeLessThan(10_000)
  }, 120_000)

  it('is left alone while the scanner has still to look at it, and for good when a virus was found', async () => {
    const sha256 = await file(await aPhoto({ width: 820 }))
    const scanned = (state: string) =>
      record.pool.query(
        `insert into avizier.file_scans (sha256, state) values ($1, $2)
         on conflict (sha256) do update set state = excluded.state`,
        [sha256, state],
      )
    await scanned('waiting')
    await asked((req) => awaitMedia(req, [sha256]))
    expect(await prepareNext(work())).toBe(false)
    await scanned('infected')
    expect(await prepareNext(work())).toBe(true)
    expect((await keptMedia(record.pool, [sha256]))[0]).toMatchObject({ state: 'refused', code: 'media-infected' })
  })

  it('is looked for again when it was missing on the disk and is sent anew', async () => {
    const bytes = await aPhoto({ width: 720 })
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await asked((req) => awaitMedia(req, [sha256]))
    while (await prepareNext(work()));
    expect((await keptMedia(record.pool, [sha256]))[0]).toMatchObject({ code: 'media-missing' })
    expect(await send(bytes)).toMatchObject({ state: 'ready', code: null })
  })
})

describe('hidden regions', () => {
  const middle: HiddenRegion = { x: 0.25, y: 0.25, width: 0.5, height: 0.5 }
  const hide = async (sha256: string, regions: unknown, ...roles: Parameters<TestRecord['signIn']>) =>
    record.rest('PUT', `/report-media/${sha256}/regions`, {
      body: { regions },
      token: (await record.signIn(...roles)).token,
    })

  it('are gone from every public rendition, and not from the record', async () => {
    const { sha256 } = await send(await aPhoto({ width: 1_200, height: 900, noise: 60 }))
    const before = await largest(sha256)
    const earlier = (await photoOf(sha256)).renditions
    expect((await hide(sha256, [middle], 'clerk')).status).toBe(202)
    // From this moment, and not from when the new ones are made.
    expect(await asked((req) => publicMedia(req, [sha256]))).toEqual([])
    for (const rendition of earlier) expect((await fromTheFeed(rendition.sha256)).status).toBe(404)
    while (await prepareNext(work()));
    expect(announced).toEqual([sha256, sha256])
    const [kept] = await keptMedia(record.pool, [sha256])
    expect((await fromTheFeed(kept?.deskSha256 ?? '')).status).toBe(404)
    const after = await largest(sha256)
    /** How much stands in a part of the photo that was of one colour, but for the grain. */
    const grain = async (picture: Buffer) => {
      const part = await sharp(picture).extract({ left: 300, top: 330, width: 50, height: 50 }).png().toBuffer()
      return Math.max(...(await sharp(part).stats()).channels.map(({ stdev }) => stdev))
    }
    expect(await grain(before)).toBeGreaterThan(3)
    expect(await grain(after)).toBeLessThan(2)
    const { token } = await record.signIn('clerk')
    const whole = await record.rest('GET', `/report-media/${sha256}/whole`, { token })
    expect(await grain(Buffer.from(await whole.arrayBuffer()))).toBeGreaterThan(3)
  })

  it('stand in the journal with who hid them', async () => {
    const { sha256 } = await send(await aPhoto({ width: 740 }))
    await hide(sha256, [middle, { ...middle, width: 0.1 }], 'clerk')
    const { rows } = await record.pool.query('select title, actor_name from record.audit where record_id = $1', [
      sha256,
    ])
    expect(rows).toEqual([
      { title: 'Fotografie din sesizare: 2 zone acoperite', actor_name: expect.stringContaining('Persoana') },
    ])
  })

  it.each([
    ['outside the photo', [{ x: 0.9, y: 0, width: 0.2, height: 0.1 }]],
    ['of no size', [{ x: 0, y: 0, width: 0, height: 0 }]],
    ['without number', [{ x: 'x' }]],
    ['without end', Array.from({ length: 61 }, () => middle)],
  ])('%s are refused', async (_, regions) => {
    const { sha256 } = await send(await aPhoto({ width: 760 }))
    expect((await hide(sha256, regions, 'clerk')).status).toBe(422)
    expect((await keptMedia(record.pool, [sha256]))[0]?.state).toBe('ready')
  })

  it('are hidden by nobody who may not, and in nothing that is no photo', async () => {
    const { sha256 } = await send(await aPhoto({ width: 780 }))
    expect((await hide(sha256, [middle], 'auditor')).status).toBe(403)
    expect((await record.rest('PUT', `/report-media/${sha256}/regions`, { body: { regions: [] } })).status).toBe(403)
    expect((await record.rest('GET', `/report-media/${sha256}/whole`)).status).toBe(403)
    expect((await hide('0'.repeat(64), [middle], 'clerk')).status).toBe(409)
  })

  it('given while the photo is being made win over what was being made', async () => {
    const { sha256 } = await send(await aPhoto({ width: 790 }))
    const turn = { sha256, lease: randomUUID(), regions: [], attempts: 1 }
    await record.pool.query(
      `update avizier.report_media set state = 'working', media = null, lease = $2,
         lease_until = now() + interval '1 hour' where sha256 = $1`,
      [sha256, turn.lease],
    )
    expect((await hide(sha256, [middle], 'clerk')).status).toBe(202)
    const late: MediaOutcome = { kind: 'refused', code: 'photo-broken' }
    expect(await asked((req) => settleMedia(req, turn, late, announce))).toBe('lost')
    while (await prepareNext(work()));
    expect((await keptMedia(record.pool, [sha256]))[0]).toMatchObject({ state: 'ready', regions: [middle] })
  })
})
