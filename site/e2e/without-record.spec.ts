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
