import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, mkdtempSync, openAsBlob, readdirSync, readFileSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { PublicForm } from '@avizier/cms/forms'
import { Upload } from 'tus-js-client'
import { institution } from './archive.ts'
import { Feed } from './feed.ts'
import { type Figure, peakMegabytes, report } from './figures.ts'

const site = path.resolve(import.meta.dirname, '../site')
const size = 200 * 1024 * 1024

/**
 * Two hundred megabytes over a connection that is cut, and through a kill -9 of the site: whether they arrive as they
 * were, and what that costs the site in memory. The same file as one form post stands beside it.
 */
export async function measure(): Promise<boolean> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'avizier-bench-'))
  const feed = new Feed()
  const town = { folder, url: await feed.open(), token: feed.token, port: await freePort() }
  try {
    feed.commit([institution, form])
    const publisher = start('src/publish.ts', town)
    await feed.settled()
    await end(publisher, 'SIGTERM')
    const file = path.join(folder, 'proiect.p7m')
    const sha256 = await writeFile(file)
    const resumed = await throughCuts(town, file)
    const posted = await asFormPost(town, file)
    const holds = { of: 'p50', isAtMost: true } as const
    return report([
      {
        what: 'tus, cut once, the site killed once: memory of the site grows by',
        values: resumed.growths,
        unit: 'MB',
        limit: { of: 'p95', isAtMost: true, value: 100 },
      },
      { what: 'the same, time', values: [resumed.seconds], unit: 's', limit: null },
      {
        what: 'the same, bytes that differ (0: the same SHA-256)',
        values: [Number(resumed.sha256 !== sha256)],
        unit: '',
        limit: { ...holds, value: 0 },
      },
      { what: 'the same file as a form post: memory grows by', values: posted.growths, unit: 'MB', limit: null },
      { what: 'the form post, time', values: [posted.seconds], unit: 's', limit: null },
      {
        what: 'the form post, bytes that differ',
        values: [Number(posted.sha256 !== sha256)],
        unit: '',
        limit: { ...holds, value: 0 },
      },
    ] satisfies Figure[])
  } finally {
    feed.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Town = { folder: string; url: string; token: string; port: number }
type Sent = { growths: number[]; seconds: number; sha256: string }

async function throughCuts(town: Town, file: string): Promise<Sent> {
  let server = await startSite(town)
  const growths: number[] = []
  const page = await pageOf(town)
  const endpoint = `http://127.0.0.1:${town.port}/api/formulare/${form.slug}/fisiere/${page.token}`
  const began = performance.now()
  const first = await send(file, { endpoint, until: size * 0.35 })
  const second = await send(file, { endpoint, url: first, until: size * 0.7 })
  growths.push(server.growth())
  await end(server.process, 'SIGKILL')
  server = await startSite(town)
  await send(file, { endpoint, url: second, until: Number.POSITIVE_INFINITY })
  growths.push(server.growth())
  const seconds = (performance.now() - began) / 1000
  await end(server.process, 'SIGKILL')
  return { growths, seconds, sha256: keptIn(town, page.id) }
}

async function asFormPost(town: Town, file: string): Promise<Sent> {
  const server = await startSite(town)
  const page = await pageOf(town)
  const body = new FormData()
  body.append('fisiere', await openAsBlob(file), path.basename(file))
  const began = performance.now()
  await fetch(page.address, { method: 'POST', body, redirect: 'manual' })
  const seconds = (performance.now() - began) / 1000
  const growths = [server.growth()]
  await end(server.process, 'SIGKILL')
  return { growths, seconds, sha256: keptIn(town, page.id) }
}

/** Sends until so much has gone, and then drops the connection; answers with the upload's address. */
async function send(
  file: string,
  { endpoint, url = null, until }: { endpoint: string; url?: string | null; until: number },
): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const upload = new Upload(createReadStream(file) as never, {
    endpoint,
    uploadUrl: url,
    uploadSize: size,
    chunkSize: 8 * 1024 * 1024,
    metadata: { filename: path.basename(file), camp: 'fisiere' },
    onSuccess: () => resolve(),
    onError: reject,
    onProgress: (sent) => {
      if (sent >= until) void upload.abort().then(resolve)
    },
  })
  upload.start()
  await promise
  return upload.url ?? ''
}

async function startSite(town: Town): Promise<{ process: ChildProcess; growth: () => number }> {
  const child = start('src/serve.ts', town)
  for (let waited = 0; waited < 600; waited++) {
    const isUp = await fetch(`http://127.0.0.1:${town.port}/api/health`).then(
      () => true,
      () => false,
    )
    if (isUp) break
    await pause(50)
  }
  await pageOf(town)
  const atRest = peakMegabytes(child)
  return { process: child, growth: () => peakMegabytes(child) - atRest }
}

/** A page of the form, with the token that its files are sent under. */
async function pageOf({ port }: Town): Promise<{ address: string; token: string; id: string }> {
  const { url } = await fetch(`http://127.0.0.1:${port}/formulare/${form.slug}/completeaza/`)
  const token = url.split('/')[6] ?? ''
  return { address: url, token, id: token.slice(0, 22) }
}

function keptIn({ folder }: Town, id: string): string {
  const quarantine = path.join(folder, 'site/filings/quarantine', id)
  const kept = readdirSync(quarantine).find((name) => name.endsWith('.kept'))
  if (!kept) throw new Error('the file was not kept')
  return JSON.parse(readFileSync(path.join(quarantine, kept), 'utf8')).sha256
}

function start(script: string, { folder, url, token, port }: Town): ChildProcess {
  return spawn(process.execPath, [script], {
    cwd: site,
    env: { ...process.env, DATA_DIR: folder, CMS_URL: url, SITE_PORT: String(port), CHANGES_TOKEN: token },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

/** A signed envelope that nothing can compress; answers with its fingerprint. */
async function writeFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  const handle = await open(file, 'w')
  for (let written = 0; written < size; written += 1024 * 1024) {
    const piece = randomBytes(1024 * 1024)
    if (written === 0) piece.set([0x30, 0x84])
    hash.update(piece)
    await handle.write(piece)
  }
  await handle.close()
  return hash.digest('hex')
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

const moment = '2026-01-15T08:00:00.000Z'
const form: PublicForm = {
  noun: 'forms',
  id: '1',
  slug: 'proiect',
  formerSlugs: [],
  revision: 1,
  publishedAt: moment,
  updatedAt: moment,
  title: 'Proiect',
  order: 1,
  files: [],
  publishedOn: '2026-01-15',
  definition: {
    slug: 'proiect',
    version: 1,
    title: 'Proiect',
    lead: '',
    theme: 'building',
    entryKind: 'application',
    department: 'Urbanism',
    departmentCode: null,
    term: { key: 'petition.answer', sentence: 'Legea ne dă 30 de zile.' },
    legalBasis: 'Legea nr. 50/1991',
    minutes: 5,
    needs: [],
    outcome: '',
    feeBani: null,
    feeSentence: '',
    signature: 'none',
    documents: [],
    notice: { controller: 'Primăria', purpose: 'Răspundem.', basis: 'Legea.', retention: '5 ani.', rights: 'Acces.' },
    atLeastOne: [],
    steps: [
      {
        name: 'planse',
        title: 'Planșele',
        lead: '',
        showIf: null,
        fields: [
          {
            type: 'file',
            name: 'fisiere',
            label: 'Planșele semnate',
            hint: '',
            required: true,
            showIf: null,
            autocomplete: null,
            kinds: ['signed'],
            maxBytes: 250 * 1024 * 1024,
            maxCount: 1,
          },
        ],
      },
    ],
  },
}
