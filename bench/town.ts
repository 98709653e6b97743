import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startTown, type Town } from '@avizier/site/running-town'
import { archive } from './archive.ts'
import { type Figure, peakMegabytes, report } from './figures.ts'

const clerk = { ADMIN_EMAIL: 'secretar@masura.example', ADMIN_PASSWORD: 'o-parola-de-masura' }
const samples = 40
const warmUp = 5

/** The whole town, from a clerk's call to the page over HTTP, before and after an archive is imported into it. */
export async function measure({ isLarge }: { isLarge: boolean }): Promise<boolean> {
  const size = isLarge ? 100_000 : 10_000
  const { town, stop } = await startTown(clerk)
  try {
    const token = await signIn(town)
    console.log('publishing into the sample town…')
    const small = await timePublishing(town, token, 1)
    console.log(`importing ${size} documents…`)
    const imported = await importArchive(town, size)
    console.log('publishing into the large town…')
    const large = await timePublishing(town, token, 1001)
    const found = await timeFinding(town, token, 2001)
    const limit = (value: number): Figure['limit'] => ({ of: 'p95', isAtMost: true, value })
    const documents = `${size.toLocaleString('ro')} documents`
    return report([
      { what: 'sample town: publish call → page over HTTP', values: small, unit: 'ms', limit: limit(1_000) },
      {
        what: `${documents}: publish call → page over HTTP`,
        values: large,
        unit: 'ms',
        limit: limit(isLarge ? 1_500 : 1_000),
      },
      {
        what: `${documents}: publish call → found by the search`,
        values: found,
        unit: 'ms',
        limit: limit(500),
      },
      {
        what: `${documents}: imported, published, on disk`,
        values: [imported.seconds],
        unit: 's',
        limit: isLarge ? null : { of: 'p50', isAtMost: true, value: 180 },
      },
      {
        what: `${documents}: memory of the importer`,
        values: [imported.megabytes],
        unit: 'MB',
        limit: { of: 'p50', isAtMost: true, value: 1_024 },
      },
    ])
  } finally {
    await stop()
    rmSync(town.dataDir, { recursive: true, force: true })
  }
}

async function signIn({ cms }: Town): Promise<string> {
  const response = await fetch(`${cms}/api/staff/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: clerk.ADMIN_EMAIL, password: clerk.ADMIN_PASSWORD }),
  })
  return ((await response.json()) as { token: string }).token
}

/** Milliseconds from the call that publishes a decision to its page being answered. */
async function timePublishing({ site, cms }: Town, token: string, firstNumber: number): Promise<number[]> {
  const times: number[] = []
  for (let number = firstNumber; number < firstNumber + warmUp + samples; number++) {
    const began = performance.now()
    await publish(cms, token, number)
    while ((await fetch(`${site}/hotarari/2019/${number}/`)).status !== 200) await pause(5)
    times.push(performance.now() - began)
  }
  return times.slice(warmUp)
}

/** Milliseconds from the call that publishes a decision to its being the first that the search finds by its number. */
async function timeFinding({ site, cms }: Town, token: string, firstNumber: number): Promise<number[]> {
  const times: number[] = []
  for (let number = firstNumber; number < firstNumber + warmUp + samples; number++) {
    const began = performance.now()
    await publish(cms, token, number)
    for (;;) {
      const answer = await fetch(`${site}/api/cautare?q=HCL+${number}/2019`)
      const { hits } = (await answer.json()) as { hits?: { url: string }[] }
      if (hits?.[0]?.url === `/hotarari/2019/${number}/`) break
      await pause(5)
    }
    times.push(performance.now() - began)
  }
  return times.slice(warmUp)
}

async function publish(cms: string, token: string, number: number): Promise<void> {
  const response = await fetch(`${cms}/api/acts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `JWT ${token}` },
    body: JSON.stringify({
      kind: 'decision',
      number,
      adoptedOn: '2019-03-28',
      publishedOn: '2019-04-01',
      title: `Măsurarea publicării, hotărârea cu numărul ${number}`,
      character: 'normative',
      _status: 'published',
    }),
  })
  if (!response.ok) throw new Error(`publishing was refused: ${await response.text()}`)
}

/** Seconds from the start of the import to the moment when the site has nothing left to write. */
async function importArchive(town: Town, size: number): Promise<{ seconds: number; megabytes: number }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'avizier-archive-'))
  try {
    const file = path.join(folder, 'arhiva.ndjson')
    writeFileSync(file, ndjson(size))
    const began = performance.now()
    const importer = spawn(process.execPath, ['src/import-archive.ts', file], {
      cwd: path.resolve(import.meta.dirname, '../seed'),
      env: { ...process.env, ...town.environment },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const megabytes = await peakUntilExit(importer)
    if (importer.exitCode !== 0) throw new Error('the import failed')
    await untilSettled(town)
    return { seconds: (performance.now() - began) / 1000, megabytes }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function peakUntilExit(child: ChildProcess): Promise<number> {
  let peak = 0
  while (child.exitCode === null) {
    peak = Math.max(peak, peakMegabytes(child) || 0)
    await pause(200)
  }
  return peak
}

async function untilSettled({ site, cms, environment }: Town): Promise<void> {
  const response = await fetch(`${cms}/api/changes?after=0&limit=1&wait=0`, {
    headers: { authorization: `Bearer ${environment.CHANGES_TOKEN}` },
  })
  const { head } = (await response.json()) as { head: number }
  for (;;) {
    const { parts } = (await (await fetch(`${site}/api/health`)).json()) as {
      parts: { cursor: number; pagesWaiting: number }
    }
    if (parts.cursor >= head && parts.pagesWaiting === 0) return
    await pause(100)
  }
}

const types: Record<string, string> = { decision: 'hotarare', order: 'dispozitie' }

/** The archive as its old system would write it out, a document a line. */
function ndjson(size: number): string {
  const lines: string[] = []
  for (const record of archive(size)) {
    if (record.noun !== 'acts' && record.noun !== 'announcements' && record.noun !== 'documents') continue
    const isAct = record.noun === 'acts'
    const date = record.noun === 'documents' ? record.documentOn : isAct ? record.adoptedOn : record.publishedOn
    lines.push(
      JSON.stringify({
        id: record.sourceId,
        type: isAct ? types[record.kind] : record.noun === 'announcements' ? 'anunt' : 'document',
        number: isAct ? `${record.number}/${record.year}` : null,
        date,
        category: 'administratie',
        status: 'in_vigoare',
        title: record.title,
        body: JSON.stringify(record.body).replaceAll(/[^\p{L}\p{N} .,–]+/gu, ' '),
      }),
    )
  }
  return lines.join('\n')
}
