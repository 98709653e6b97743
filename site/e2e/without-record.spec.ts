import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, inject, it } from 'vitest'

const town = inject('town')
const processes = () =>
  JSON.parse(readFileSync(path.join(town.dataDir, 'processes.json'), 'utf8')) as { part: string; pid: number }[]
const statusOf = (address: string) =>
  fetch(address).then(
    ({ status }) => status,
    () => 0,
  )

const petition = {
  nume: 'Ana Pop',
  email: 'ana.pop@exemplu.example',
  localitate: 'Săcălaz',
  obiect: 'Un drum cu gropi',
  descriere: 'Pe strada a IV-a sunt gropi adânci.',
}

async function until(check: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 300; waited++) {
    if (await check()) return
    await pause(200)
  }
  throw new Error('it did not come true in time')
}

describe('with the record stopped', () => {
  it('every page answers, and the record comes back by itself', async () => {
    const record = processes().find(({ part }) => part === 'record')
    process.kill(record?.pid ?? 0, 'SIGKILL')
    for (const page of ['/', '/hotarari/', '/hotarari/2026/2/', '/cautare?q=buget', '/anunturi/', '/api/health'])
      expect(await statusOf(town.site + page), page).toBe(200)
    await until(async () => (await statusOf(`${town.cms}/api/health`)) === 200)
  })

  it('a filing is taken when Postgres is killed, and has its number when it is back', async () => {
    const file = async () => {
      const response = await fetch(`${town.site}/api/formulare/petitie`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ key: 'filed without Postgres', answers: petition }),
      })
      return { status: response.status, ...((await response.json()) as { numar: string; provizoriu: boolean }) }
    }
    const postgres = processes().find(({ part }) => part === 'Postgres')
    process.kill(postgres?.pid ?? 0, 'SIGKILL')
    const began = performance.now()
    expect(await file()).toMatchObject({ status: 201 })
    expect(performance.now() - began).toBeLessThan(2_000)
    await until(async () => (await file()).provizoriu === false)
    expect(await statusOf(`${town.cms}/api/health`)).toBe(200)
  })

  it.each(['publisher', 'site'])('a killed %s is started again', async (name) => {
    const before = processes().find(({ part }) => part === name)
    process.kill(before?.pid ?? 0, 'SIGKILL')
    await until(async () => processes().find(({ part }) => part === name)?.pid !== before?.pid)
    await until(async () => (await statusOf(town.site)) === 200)
  })

  it('the folder is still what the read model says', () => {
    const root = path.resolve(import.meta.dirname, '../..')
    const environment = {
      ...process.env,
      DATA_DIR: town.dataDir,
      CHANGES_TOKEN: town.environment.CHANGES_TOKEN,
      SITE_URL: town.site,
      CMS_URL: town.cms,
    }
    const words = execFileSync(process.execPath, ['site/src/verify.ts'], {
      cwd: root,
      env: environment,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    expect(words).toContain('0 missing, 0 altered')
  })
})
