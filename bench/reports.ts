import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { aPhoto } from '@avizier/cms/test-photos'
import { startTown, type Town } from '@avizier/site/running-town'
import { type Figure, report } from './figures.ts'

const citizens = 50
const photoBytes = 5 * 1024 * 1024
const tus = { 'tus-resumable': '1.0.0' }

/** Fifty citizens at once, each with a photo of 5 MB, as phones send them: the photo goes up, then the report. */
export async function measure(): Promise<boolean> {
  const { town, stop } = await startTown()
  try {
    const photo = await aPhoto({ width: 4032, height: 3024, orientation: 1, noise: 60 })
    const category = await firstCategory(town)
    await sendOne(town, { photo, category, name: 'warm' })
    const rounds = await Promise.all(
      Array.from({ length: citizens }, (_, name) => sendOne(town, { photo, category, name: String(name) })),
    )
    const numbers = await Promise.all(rounds.map(({ address }) => numberAt(town, address)))
    const lost = citizens - new Set(numbers).size
    const provisional = rounds.filter(({ isProvisional }) => isProvisional).length
    const figures: Figure[] = [
      {
        what: 'one photo of 5 MB, fifty going up',
        values: rounds.map(({ uploaded }) => uploaded),
        unit: 'ms',
        limit: null,
      },
      {
        what: 'sent to acknowledged, after upload',
        values: rounds.map(({ acknowledged }) => acknowledged),
        unit: 'ms',
        limit: { of: 'p95', isAtMost: true, value: 3_000 },
      },
      { what: 'acknowledged before their number', values: [provisional], unit: '', limit: null },
      { what: 'reports lost or doubled', values: [lost], unit: '', limit: { of: 'p50', isAtMost: true, value: 0 } },
    ]
    return report(figures)
  } finally {
    await stop()
    rmSync(town.dataDir, { recursive: true, force: true })
  }
}

async function firstCategory({ site }: Town): Promise<string> {
  const services = await (await fetch(`${site}/api/open311/v2/services.json`)).json()
  return (services as { service_code: string }[])[0]?.service_code ?? ''
}

async function sendOne(
  { site }: Town,
  { photo, category, name }: { photo: Buffer; category: string; name: string },
): Promise<{ address: string; uploaded: number; acknowledged: number; isProvisional: boolean }> {
  const token = (await (await fetch(`${site}/api/sesizari/jeton`, { method: 'POST' })).json()) as Token
  const bytes = new Uint8Array(Buffer.concat([photo.subarray(0, 2), ...commentsFor(photo), photo.subarray(2)]))
  const began = performance.now()
  await upload(site + token.fisiere, site, bytes)
  const uploaded = performance.now() - began
  const fields = { jeton: token.jeton, categorie: category, descriere: `Măsurarea ${name}`, loc: 'Strada Gării nr. 3' }
  const sent = performance.now()
  const response = await fetch(`${site}/sesizari/noua/`, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams(fields),
  })
  if (response.status !== 201) throw new Error(`a report was refused: ${response.status} ${await response.text()}`)
  const acknowledged = performance.now() - sent
  const { adresa } = (await response.json()) as { adresa: string }
  const page = await (await fetch(site + adresa)).text()
  return { address: adresa, uploaded, acknowledged, isProvisional: !numberIn(page) }
}

/** Comments within the picture, as cameras write them: every photo is another one, of 5 MB. */
const commentsFor = (photo: Buffer): Buffer[] =>
  Array.from({ length: Math.ceil((photoBytes - photo.length) / 65_535) }, () =>
    Buffer.concat([Buffer.from([0xff, 0xfe, 0xff, 0xff]), randomBytes(65_533)]),
  )

type Token = { jeton: string; fisiere: string }
const base64 = (text: string) => Buffer.from(text).toString('base64')
const numberIn = (page: string) => /Sesizarea (20\d\d-\d+)/.exec(page)?.[1] ?? null

async function upload(address: string, site: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const begun = await fetch(address, {
    method: 'POST',
    headers: {
      ...tus,
      'upload-length': String(bytes.length),
      'upload-metadata': `filename ${base64('strada.jpg')},camp ${base64('poze')}`,
    },
  })
  const place = new URL(begun.headers.get('location') ?? '', site)
  const done = await fetch(place, {
    method: 'PATCH',
    headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    body: bytes,
  })
  if (done.status !== 204) throw new Error(`a photo was refused: ${done.status} ${await done.text()}`)
}

/** Its number, for which it may have to wait while the record catches up. */
async function numberAt({ site }: Town, address: string): Promise<string | null> {
  for (let waited = 0; waited < 600; waited++) {
    const number = numberIn(await (await fetch(site + address)).text())
    if (number) return number
    await pause(200)
  }
  return null
}
