import { type ChildProcess, spawn } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAct, anAnnouncement, anInstitution, ChangeLog } from '../../test/records.ts'
import { bytesUnder, emptyFolder } from '../../test/town.ts'

const token = 'test-token-test-token-test-token-test'
const log = new ChangeLog()
let feed: Server
let url = ''

beforeAll(async () => {
  log.upsert(anInstitution())
  feed = createServer((request, response) => {
    const query = new URL(request.url ?? '', 'http://localhost').searchParams
    const changes = log.after(Number(query.get('after'))).slice(0, 40)
    const answer = () =>
      response.end(
        JSON.stringify({
          changes,
          next: changes.at(-1)?.position ?? Number(query.get('after')),
          head: log.changes.length,
        }),
      )
    if (changes.length > 0) answer()
    else setTimeout(answer, 100)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => feed.once('listening', resolve))
  const address = feed.address()
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
})
afterAll(() => feed.close())

function startPublisher(folder: string): ChildProcess {
  return spawn(process.execPath, ['src/publish.ts'], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    env: { ...process.env, DATA_DIR: folder, CMS_URL: url, SITE_URL: 'https://proba.example', CHANGES_TOKEN: token },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

async function untilCaughtUp(folder: string): Promise<void> {
  const { ReadModel } = await import('../read-model/read-model.ts')
  for (let waited = 0; waited < 600; waited++) {
    await pause(100)
    try {
      const readModel = new ReadModel(path.join(folder, 'site/read-model.sqlite'), { readOnly: true })
      const waiting = Number(readModel.db.prepare('select count(*) as count from pending').get()?.['count'])
      const isDone = readModel.cursor === log.changes.length && waiting === 0
      readModel.db.close()
      if (isDone) return void (await pause(300))
    } catch {
      // The publisher is making the read model.
    }
  }
  throw new Error('the publisher did not catch up')
}

const end = (child: ChildProcess, signal: NodeJS.Signals) =>
  new Promise((resolve) => {
    child.once('exit', resolve)
    child.kill(signal)
  })

describe('a publisher killed at any moment', () => {
  it('ends, started again, with the bytes of one that was never killed', async () => {
    const seed = Date.now() % 100_000
    console.log(`seed ${seed}`)
    let state = seed
    const random = () => {
      state = (state * 1103515245 + 12345) % 2147483648
      return state / 2147483648
    }
    const folder = emptyFolder()
    let id = 0
    for (let round = 0; round < 15; round++) {
      for (let index = 0; index < 12; index++) {
        id += 1
        log.upsert(anAct({ id: String(id), number: id }))
        log.upsert(anAnnouncement({ id: String(id), slug: `anunt-${id}`, formerSlugs: [] }))
        if (id % 7 === 0) log.remove({ noun: 'announcements', id: String(id - 3) })
        if (id % 9 === 0)
          log.upsert(anAnnouncement({ id: String(id), slug: `mutat-${id}`, formerSlugs: [`anunt-${id}`] }))
      }
      const publisher = startPublisher(folder)
      await pause(250 + random() * 900)
      await end(publisher, 'SIGKILL')
    }
    const last = startPublisher(folder)
    await untilCaughtUp(folder)
    await end(last, 'SIGTERM')

    const undisturbed = emptyFolder()
    const calm = startPublisher(undisturbed)
    await untilCaughtUp(undisturbed)
    await end(calm, 'SIGTERM')
    expect(bytesUnder(path.join(folder, 'site/public'))).toEqual(bytesUnder(path.join(undisturbed, 'site/public')))
  })
})
