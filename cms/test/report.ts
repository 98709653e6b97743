import { createHash, randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import type { ReportReceipt, ReportSubmission } from '../src/reports/contract.ts'
import { changesToken, type TestRecord } from './record.ts'

const bearer = { authorization: `Bearer ${changesToken}` }

/** A pothole as the site sends it; only what a test is about is given. */
export const aReport = (given: Partial<ReportSubmission> = {}): ReportSubmission => ({
  key: randomUUID(),
  category: 'gropi',
  description: 'O groapă adâncă în fața podețului, se rup roțile.',
  place: {
    point: { lat: 45.7594, lng: 21.1172 },
    village: 'Săcălaz',
    street: 'Strada a IV-a',
    words: 'lângă podeț',
  },
  ...given,
})

type Answer = ReportReceipt & { erori?: { camp: string; mesaj: string }[] }

/** What a site asks, with its token. */
export async function ask<Body = Record<string, unknown>>(
  record: TestRecord,
  path: string,
  body: object,
): Promise<{ status: number; body: Body }> {
  const response = await record.rest('POST', `/reports${path}`, { body, headers: bearer })
  return { status: response.status, body: (await response.json()) as Body }
}

export const report = (record: TestRecord, submission: object = aReport()) => ask<Answer>(record, '', submission)

/** Puts bytes as the site does before it reports, and answers how a report names them. */
export async function putMedia(record: TestRecord, name: string, bytes: Buffer, mimeType = 'image/jpeg') {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const response = await record.request(
    new Request(`http://localhost:3000/api/reports/media/${sha256}`, {
      method: 'PUT',
      headers: bearer,
      body: new Uint8Array(bytes),
    }),
  )
  return { status: response.status, file: { name, sha256, bytes: bytes.length, mimeType } }
}

/** The categories that `aReport` uses: potholes go to a department, lamps to an outside authority, dogs to nobody. */
export async function keepCategories(payload: Payload): Promise<{ roads: number; water: number }> {
  const create = async (data: object) =>
    (await payload.create({ collection: 'departments', data: data as never, depth: 0, overrideAccess: true })).id
  const roads = await create({ name: 'Administrativ-gospodăresc', code: 'gospodarire', publicName: 'gospodărire' })
  const water = await create({ name: 'Apă-canal', code: 'apa' })
  const categories = [
    { name: 'Groapă în drum', slug: 'gropi', group: 'Drumuri', department: roads, expectedDays: 10 },
    {
      name: 'Iluminat public',
      slug: 'iluminat',
      group: 'Drumuri',
      authority: 'Rețele Electrice Banat',
      authorityEmail: 'sesizari@retele.example',
    },
    {
      name: 'Șanț sau podeț',
      slug: 'sant',
      group: 'Ape',
      department: roads,
      villageRules: [{ village: 'Beregsău Mic', department: water }],
    },
    { name: 'Câini fără stăpân', slug: 'caini', group: 'Animale' },
    { name: 'Zăpadă', slug: 'zapada', group: 'Drumuri', takesNew: false },
  ]
  for (const data of categories)
    await payload.create({ collection: 'report-categories', data: data as never, depth: 0, overrideAccess: true })
  return { roads: Number(roads), water: Number(water) }
}
