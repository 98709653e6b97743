import type { Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { RecordStandIn } from '../../test/record-stand-in.ts'
import { anInstitution, aPhoto, aReport, aReporting, ChangeLog } from '../../test/records.ts'
import { listening } from '../../test/server.ts'
import { openTown } from '../../test/town.ts'

/** Requests as the specification of GeoReport v2 shows them, with this town's services and numbers. */
const record = new RecordStandIn()
let server: Server
let origin = ''
const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString()

beforeAll(async () => {
  await record.open()
  const town = await openTown()
  const log = new ChangeLog()
  const photo = aPhoto('groapa')
  if (photo.kind === 'photo')
    for (const { mimeType, width } of photo.renditions) town.holdFile(`groapa ${mimeType} ${width}`)
  log.upsert(anInstitution())
  log.upsert(aReporting())
  log.upsert(
    aReport({ id: '1', reportedAt: day(5), department: 'Gospodărire', before: [{ alt: 'Groapă', media: photo }] }),
  )
  log.upsert(aReport({ id: '2', reportedAt: day(40), state: 'confirmed', doneAt: day(30), daysToFix: 10 }))
  log.upsert(aReport({ id: '3', reportedAt: day(200), state: 'forwarded', authority: 'DRDP Timișoara' }))
  log.upsert(
    aReport({
      id: '4',
      reportedAt: day(6),
      state: 'merged',
      mergedInto: '2025-0001',
      category: { slug: 'iluminat', name: 'Iluminat public' },
    }),
  )
  await town.take(log.changes)
  server = await listening(town.folder, { recordAt: record.url })
  origin = `http://127.0.0.1:${(server.address() as { port: number }).port}/api/open311/v2`
})
afterAll(async () => {
  server.close()
  await record.close()
})
beforeEach(() => {
  record.mood = 'well'
  record.refuses = null
})

const ask = (path: string) => fetch(`${origin}/${path}`)
const json = async (path: string) => (await ask(path)).json()
const text = async (path: string) => (await ask(path)).text()
const idsIn = (answer: unknown) => (answer as { service_request_id: string }[]).map((each) => each.service_request_id)
const post = (fields: Record<string, string>, format = 'json') =>
  fetch(`${origin}/requests.${format}`, { method: 'POST', body: new URLSearchParams(fields) })
/** The example of the specification. */
const sinkhole = {
  api_key: 'xyz',
  jurisdiction_id: 'proba.example',
  service_code: 'gropi',
  lat: '45.7600000',
  long: '21.1100000',
  address_string: '1234 5th street',
  email: 'smit333@sfgov.example',
  device_id: 'tt222111',
  account_id: '123456',
  first_name: 'john',
  last_name: 'smith',
  phone: '111111111',
  description: 'A large sinkhole is destroying the street',
  media_url: 'http://farm3.static.flickr.example/2002/2212426634_5ed477a060.jpg',
}

describe('discovery and services', () => {
  it('say where the API is, in both formats', async () => {
    expect(await json('discovery.json')).toMatchObject({
      endpoints: [{ url: 'https://proba.example/api/open311/v2', formats: ['text/xml', 'application/json'] }],
    })
    const response = await ask('discovery.xml')
    expect(response.headers.get('content-type')).toBe('text/xml; charset=utf-8')
    expect(await response.text()).toContain('<formats><format>text/xml</format>')
  })

  it('list what can be reported, and what each asks', async () => {
    expect(await json('services.json?jurisdiction_id=proba.example')).toMatchObject([
      { service_code: 'gropi', service_name: 'Gropi în drum', metadata: false, type: 'realtime', group: 'Drumuri' },
      { service_code: 'iluminat', description: 'becuri, stâlpi' },
    ])
    expect(await text('services.xml')).toMatch(
      /^<\?xml [^>]+\?>\n<services><service><service_code>gropi<\/service_code>/,
    )
    expect(await json('services/gropi.json')).toEqual({ service_code: 'gropi', attributes: [] })
    expect(await text('services/gropi.xml')).toContain('<service_definition><service_code>gropi</service_code>')
  })

  it.each([
    ['services.json?jurisdiction_id=sfgov.org', 404],
    ['services/033.xml', 404],
    ['requests/999.json', 404],
    ['tokens/123456.json', 404],
    ['requests.json?start_date=ieri', 400],
    ['nothing.xml', 404],
    ['requests', 404],
  ])('refuse %s with %i in their own format', async (path, status) => {
    const response = await ask(path)
    expect(response.status).toBe(status)
    const body = await response.text()
    if (path.includes('.json')) expect(JSON.parse(body)).toMatchObject([{ code: status }])
    else expect(body).toContain(`<errors><error><code>${status}</code><description>`)
  })
})

describe('requests that are public', () => {
  it('are those of ninety days, the newest first', async () => {
    expect(idsIn(await json('requests.json'))).toEqual(['2025-0001', '2025-0004', '2025-0002'])
    const old = `start_date=${day(210)}&end_date=${day(190)}`
    expect(await json(`requests.json?${old}`)).toMatchObject([{ agency_responsible: 'DRDP Timișoara', status: 'open' }])
  })

  it('are narrowed by number, service and state', async () => {
    expect(idsIn(await json('requests.json?status=open'))).toEqual(['2025-0001'])
    expect(idsIn(await json('requests.json?status=closed&service_code=gropi'))).toEqual(['2025-0002'])
    expect(idsIn(await json('requests.json?service_request_id=2025-0003,2025-0002,2025-9999'))).toEqual([
      '2025-0003',
      '2025-0002',
    ])
  })

  it('carry what the specification asks, and never who reported', async () => {
    const [one] = (await json('requests/2025-0001.json')) as Record<string, unknown>[]
    expect(one).toMatchObject({
      status: 'open',
      service_code: 'gropi',
      agency_responsible: 'Gospodărire',
      address: 'Strada Morii, lângă podeț, Probă',
      lat: 45.76,
      long: 21.11,
      media_url: expect.stringMatching(/^https:\/\/proba\.example\/fisiere\/\w{16}\/foto-960\.jpg$/),
    })
    const fields =
      'service_request_id status status_notes service_name service_code description agency_responsible service_notice requested_datetime updated_datetime expected_datetime address address_id zipcode lat long media_url'
    expect(Object.keys(one ?? {})).toEqual(fields.split(' '))
    expect(await json('requests/2025-0004.json')).toMatchObject([
      { status: 'closed', status_notes: 'Unită cu sesizarea 2025-0001.' },
    ])
    expect(await text('requests/2025-0001.xml')).toMatch(
      /<service_requests><request><service_request_id>2025-0001<\/service_request_id><status>open/,
    )
  })
})

describe('a new request', () => {
  it('is taken as the specification posts it', async () => {
    const response = await post(sinkhole)
    expect(response.status).toBe(201)
    expect(await response.json()).toEqual([
      { service_request_id: '2025-0001', service_notice: expect.stringContaining('K7M4P29QPX'), account_id: null },
    ])
    expect(record.reported.at(-1)).toMatchObject({
      category: 'gropi',
      description: sinkhole.description,
      place: { point: { lat: 45.76, lng: 21.11 }, words: '1234 5th street' },
      reporter: { name: 'john smith', email: 'smit333@sfgov.example', phone: '111111111' },
      source: 'open311',
      wantsAnswer: false,
    })
    expect(await (await post(sinkhole, 'xml')).text()).toContain(
      '<service_requests><request><service_request_id>2025-0002</service_request_id>',
    )
  })

  it('may be a place in words, and carry its photo', async () => {
    const form = new FormData()
    form.append('service_code', 'iluminat')
    form.append('address_string', 'Strada Gării nr. 30')
    const bytes = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    form.append('media', new Blob([new Uint8Array(bytes)]), 'bec.png')
    expect((await fetch(`${origin}/requests.json`, { method: 'POST', body: form })).status).toBe(201)
    expect(record.reported.at(-1)).toMatchObject({
      place: { point: null, words: 'Strada Gării nr. 30' },
      media: [{ name: 'bec.png' }],
    })
  })

  it.each([
    [{ service_code: '' }, 400],
    [{ service_code: '001' }, 404],
    [{ lat: '', long: '', address_string: '' }, 400],
    [{ email: 'smit333' }, 400],
  ])('is refused without what it needs: %j', async (given, status) => {
    const response = await post({ ...sinkhole, ...given })
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject([{ code: status, description: expect.any(String) }])
  })

  it('gets a token while the record is away, and its number by the token later', async () => {
    record.mood = 'ill'
    const [{ token }] = (await (await post(sinkhole)).json()) as [{ token: string }]
    expect(await json(`tokens/${token}.json`)).toEqual([{ token, service_request_id: null }])
    record.mood = 'well'
    await expect
      .poll(() => json(`tokens/${token}.json`), { timeout: 20_000 })
      .toEqual([{ token, service_request_id: '2025-0004' }])
    expect(await text(`tokens/${token}.xml`)).toContain(`<service_requests><request><token>${token}</token>`)
  })

  it('that many post from one address go to a person, none is turned away', async () => {
    for (let index = 0; index < 11; index++) expect((await post(sinkhole)).status).toBe(201)
    expect(record.reported.at(-1)?.review).toEqual(['one-of-many'])
  })
})
