import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { archive, institution, newDecision } from './archive.ts'
import { Feed } from './feed.ts'
import { type Figure, peakMegabytes, quantile, report } from './figures.ts'

const run = promisify(execFile)
const site = path.resolve(import.meta.dirname, '../site')
const samples = 60
const warmUp = 10

/** How fast a committed change is on disk, how fast the whole site is written, and in how much memory, as the archive grows. */
export async function measure({ isLarge }: { isLarge: boolean }): Promise<boolean> {
  const figures: Figure[] = []
  let p95AtTen = Number.POSITIVE_INFINITY
  for (const size of isLarge ? [1_000, 10_000, 100_000] : [1_000, 10_000]) {
    const taken = await measureAt(size)
    const documents = `${size.toLocaleString('ro')} documents`
    const isTen = size === 10_000
    if (isTen) p95AtTen = quantile(taken.newAct, 0.95)
    const p95Limit = size > 10_000 ? 1.5 * p95AtTen : 150
    figures.push(
      {
        what: `${documents}: new act, p50`,
        values: taken.newAct,
        unit: 'ms',
        limit: { of: 'p50', isAtMost: true, value: 50 },
      },
      {
        what: `${documents}: new act, p95`,
        values: taken.newAct,
        unit: 'ms',
        limit: { of: 'p95', isAtMost: true, value: p95Limit },
      },
      { what: `${documents}: text edited`, values: taken.edit, unit: 'ms', limit: null },
      {
        what: `${documents}: archive heard and written, compressed`,
        values: [taken.archiveSeconds],
        unit: 's',
        limit: isTen ? { of: 'p50', isAtMost: true, value: 180 } : null,
      },
      {
        what: `${documents}: memory of the publisher`,
        values: [taken.megabytes],
        unit: 'MB',
        limit: { of: 'p50', isAtMost: true, value: 700 },
      },
      {
        what: `${documents}: full render`,
        values: taken.full.map(({ pages, seconds }) => pages / seconds),
        unit: 'pages/s',
        limit: { of: 'p50', isAtMost: false, value: 1_000 },
      },
      {
        what: `${documents}: full render, memory`,
        values: taken.full.map(({ megabytes }) => megabytes),
        unit: 'MB',
        limit: { of: 'p50', isAtMost: true, value: 700 },
      },
      {
        what: `${documents}: Eleventy, the documents alone`,
        values: taken.eleventy.map(({ pages, seconds }) => pages / seconds),
        unit: 'pages/s',
        limit: null,
      },
    )
  }
  return report(figures)
}

type Written = { pages: number; seconds: number; megabytes: number }
type Taken = {
  newAct: number[]
  edit: number[]
  archiveSeconds: number
  megabytes: number
  full: Written[]
  eleventy: Written[]
}

async function measureAt(size: number): Promise<Taken> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'avizier-bench-'))
  const feed = new Feed()
  const url = await feed.open()
  const publisher = startPublisher({ folder, url, token: feed.token })
  try {
    console.log(`${size} documents: the archive…`)
    const began = performance.now()
    feed.commit([institution])
    feed.commit(archive(size))
    await feed.settled()
    const archiveSeconds = (performance.now() - began) / 1000

    console.log(`${size} documents: new acts…`)
    const decisions = Array.from({ length: samples + warmUp }, (_, index) =>
      newDecision({ id: size + index + 1, number: index + 1, text: 'Se aprobă.' }),
    )
    const newAct = await timeEach(feed, decisions)
    const edit = await timeEach(
      feed,
      decisions.map((decision, index) =>
        newDecision({ id: Number(decision.id), number: index + 1, text: 'Se aprobă, cu modificarea propusă.' }),
      ),
    )
    const megabytes = peakMegabytes(publisher)
    await stop(publisher)

    console.log(`${size} documents: full renders…`)
    const readModel = path.join(folder, 'site/read-model.sqlite')
    const documents = path.join(folder, 'documents.json')
    writeFileSync(documents, JSON.stringify([...archive(size)]))
    const full: Written[] = []
    const eleventy: Written[] = []
    for (let round = 0; round < 3; round++) {
      full.push(await runOnce('full-render.ts', readModel, path.join(folder, 'full')))
      if (size <= 10_000) eleventy.push(await runOnce('eleventy.ts', documents, path.join(folder, 'eleventy')))
    }
    return { newAct, edit, archiveSeconds, megabytes, full, eleventy: eleventy.length > 0 ? eleventy : [none] }
  } finally {
    if (publisher.exitCode === null) await stop(publisher)
    feed.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const none: Written = { pages: Number.NaN, seconds: 1, megabytes: Number.NaN }

/** Milliseconds from the commit of each record to the moment at which all its files are in place. */
async function timeEach(feed: Feed, records: Parameters<Feed['commit']>[0]): Promise<number[]> {
  const times: number[] = []
  for (const record of records) {
    await new Promise((resolve) => setTimeout(resolve, 10))
    const began = performance.now()
    feed.commit([record])
    await feed.settled()
    times.push(performance.now() - began)
  }
  return times.slice(warmUp)
}

function startPublisher({ folder, url, token }: { folder: string; url: string; token: string }): ChildProcess {
  if (!existsSync(path.join(site, 'dist'))) throw new Error('The site is not built: run npm run build -w site first')
  return spawn(process.execPath, ['src/publish.ts'], {
    cwd: site,
    env: { ...process.env, DATA_DIR: folder, CMS_URL: url, SITE_URL: 'https://masura.example', CHANGES_TOKEN: token },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

async function stop(publisher: ChildProcess): Promise<void> {
  const ended = once(publisher, 'exit')
  publisher.kill('SIGTERM')
  await ended
}

/** Runs a script in a process of its own, so that its memory is its own. */
async function runOnce(script: string, input: string, output: string): Promise<Written> {
  rmSync(output, { recursive: true, force: true })
  const { stdout } = await run(process.execPath, [path.join(import.meta.dirname, script), input, output], {
    env: { ...process.env, NODE_ENV: 'production' },
    maxBuffer: 2 ** 26,
  })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Written
}
