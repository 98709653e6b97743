import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { aFile, anAct, anAnnouncement, anInstitution, ChangeLog } from '../../test/records.ts'
import { openTown } from '../../test/town.ts'
import { filePath } from '../paths.ts'
import { reconcile } from './reconcile.ts'

let town: Awaited<ReturnType<typeof openTown>>
let log: ChangeLog
const follow = () => town.take(log.after(town.readModel.cursor))
const onDisk = (file: { sha256: string; name: string }) => town.files.has(filePath(file))
const annex = aFile('anexa', { name: 'Anexă, partea 1 (100%).pdf' })

beforeEach(async () => {
  town = await openTown()
  log = new ChangeLog()
  log.upsert(anInstitution())
  town.holdFile('anexa')
})

describe('a published file', () => {
  it('stands at its address, whatever its name', async () => {
    log.upsert(anAct({ id: '1', number: 1, files: [annex] }))
    await follow()
    const file = path.join(town.files.root, 'fisiere', annex.sha256.slice(0, 16), 'Anexă, partea 1 (100%).pdf')
    expect(existsSync(file)).toBe(true)
  })

  it('never leaves the folder of published files', async () => {
    const hostile = aFile('anexa', { name: '../../../../tmp/evadat.pdf' })
    log.upsert(anAct({ id: '1', number: 1, files: [hostile] }))
    await follow()
    const names = Object.keys(town.bytes()).filter((name) => name.includes('evadat'))
    expect(names).toEqual([`fisiere/${hostile.sha256.slice(0, 16)}/-..-..-..-tmp-evadat.pdf`])
  })

  it('goes as soon as no record names it', async () => {
    log.upsert(anAnnouncement({ id: '1', slug: 'unu', files: [annex] }))
    log.upsert(anAnnouncement({ id: '2', slug: 'doi', files: [annex] }))
    await follow()
    log.remove({ noun: 'announcements', id: '1' })
    await follow()
    expect(onDisk(annex)).toBe(true)
    log.upsert(anAnnouncement({ id: '2', slug: 'doi', files: [] }))
    await follow()
    expect(onDisk(annex)).toBe(false)
    expect(town.bytes()).not.toHaveProperty('fisiere')
  })

  it('comes back with its record', async () => {
    log.upsert(anAnnouncement({ id: '1', slug: 'unu', files: [annex] }))
    await follow()
    log.remove({ noun: 'announcements', id: '1' })
    await follow()
    log.upsert(anAnnouncement({ id: '1', slug: 'unu', files: [annex] }))
    await follow()
    expect(onDisk(annex)).toBe(true)
  })

  it('that was brought for a record withdrawn meanwhile goes too', async () => {
    log.upsert(anAnnouncement({ id: '1', slug: 'unu', files: [annex] }))
    town.readModel.transaction = () => {
      throw new Error('killed')
    }
    const bring = town.publisher.accept(log.after(0))
    await expect(bring).rejects.toThrow('killed')
    // Killed between the file and the transaction that names it: what waits was written down before.
    Reflect.deleteProperty(town.readModel, 'transaction')
    town.publisher.ledger.awaitPath(filePath(annex))
    await town.files.write(filePath(annex), Buffer.from('anexa'))
    await town.take(log.after(0).filter((change) => change.noun === 'institution'))
    expect(onDisk(annex)).toBe(false)
  })

  it('that the record cannot give holds up nothing else, and is brought when it can', async () => {
    const lost = aFile('pierdut')
    log.upsert(anAct({ id: '1', number: 1, files: [lost] }))
    log.upsert(anAct({ id: '2', number: 2 }))
    await follow()
    expect(town.page('/hotarari/2025/1/')).toContain('Hotărârea')
    expect(town.page('/hotarari/2025/2/')).not.toBeNull()
    expect(town.troubles.join()).toContain(lost.sha256)
    town.holdFile('pierdut')
    await reconcile({ readModel: town.readModel, files: town.files, publisher: town.publisher, assets: [] })
    expect(onDisk(lost)).toBe(true)
  })

  it('that was altered or lost on disk is brought again by the reconciler', async () => {
    log.upsert(anAct({ id: '1', number: 1, files: [annex] }))
    await follow()
    const [file = ''] = town.files.filesOf(filePath(annex))
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, 'altceva')
    const run = () => reconcile({ readModel: town.readModel, files: town.files, publisher: town.publisher, assets: [] })
    expect(await run()).toMatchObject({ altered: 1, missing: 0, orphaned: 0 })
    expect(await run()).toMatchObject({ altered: 0, missing: 0, orphaned: 0, repaired: 0 })
  })
})

describe('a page that cannot be made', () => {
  it('leaves its old bytes standing, lets the others go on, and is made when it can be', async () => {
    log.upsert(anAct({ id: '1', number: 1 }))
    await follow()
    town.renderWith((render) => async (request, options) => {
      if (new URL(request.url).pathname === '/hotarari/2025/1/') return new Response(null, { status: 500 })
      return render(request, options)
    })
    log.upsert(anAct({ id: '1', number: 1, title: 'Alt obiect' }))
    log.upsert(anAct({ id: '2', number: 2 }))
    await follow()
    expect(town.page('/hotarari/2025/1/')).toContain('Obiectul hotărârii 1')
    expect(town.page('/hotarari/2025/2/')).not.toBeNull()
    expect(town.publisher.ledger.troubleCount).toBe(1)
    town.renderWith((render) => render)
    town.publisher.ledger.retry()
    await town.publisher.flush()
    expect(town.page('/hotarari/2025/1/')).toContain('Alt obiect')
    expect(town.publisher.ledger.troubleCount).toBe(0)
  })
})

describe('a feed', () => {
  it('follows edits of the text alone, as a clean run would write it', async () => {
    const announcement = anAnnouncement({ id: '1', slug: 'unu' })
    log.upsert(announcement)
    await follow()
    log.upsert({ ...announcement, updatedAt: '2025-04-03T10:00:00.000Z' })
    await follow()
    expect(town.page('/anunturi/atom.xml')).toContain('<updated>2025-04-03T10:00:00.000Z</updated>')
  })
})
