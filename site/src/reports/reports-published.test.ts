import type { PublicReport, PublicReportState } from '@avizier/cms/reports'
import { beforeEach, describe, expect, it } from 'vitest'
import { anInstitution, aPhoto, aReport, aReporting, ChangeLog } from '../../test/records.ts'
import { openTown } from '../../test/town.ts'
import { reconcile } from '../publisher/reconcile.ts'

let town: Awaited<ReturnType<typeof openTown>>
let log: ChangeLog
const follow = () => town.take(log.after(town.readModel.cursor))
const villages = ['Probă', 'Satu Nou'].map((name, index) => ({
  name,
  siruta: String(index),
  postalCode: '1',
  isSeat: index === 0,
}))
const done = { state: 'done', doneAt: '2025-04-06T09:00:00.000Z', daysToFix: 5, answerUntil: '2025-04-20' } as const

beforeEach(async () => {
  town = await openTown()
  log = new ChangeLog()
  log.upsert(anInstitution({ villages }))
  log.upsert(aReporting())
})

describe('a report', () => {
  it('has a page, a row in every list of its filters, a point on the map, feeds and a twin', async () => {
    log.upsert(aReport({ id: '7' }))
    await follow()
    const title = 'Groapă în drum nr. 2025-0007'
    for (const path of [
      '/sesizari/2025-0007/',
      '/sesizari/',
      '/sesizari/lista/proba/toate/toate/',
      '/sesizari/lista/toate/gropi/toate/',
      '/sesizari/lista/toate/toate/deschise/',
      '/sesizari/lista/proba/gropi/deschise/',
      '/sesizari/lista/proba/gropi/deschise/1/',
      '/sesizari/atom.xml',
      '/sesizari/lista/proba/toate/toate/atom.xml',
      '/sesizari/lista/toate/gropi/toate/atom.xml',
      '/sesizari/lista/proba/gropi/toate/atom.xml',
      '/sesizari/puncte.json',
      '/sesizari/index.json',
      '/sesizari/2025-0007/index.json',
      '/sesizari/lista/proba/toate/toate/index.json',
    ])
      expect(town.page(path), path).toContain(title)
    expect(town.page('/sitemap-sesizari-2025.xml')).toContain('/sesizari/2025-0007/')
    expect(town.page('/sesizari/lista/satu-nou/toate/toate/')).toBeNull()
    expect(town.page('/sesizari/lista/proba/gropi/deschise/atom.xml')).toBeNull()
  })

  it('moves to the solved ones, leaves no list behind, and counts in the figures', async () => {
    log.upsert(aReport({ id: '7' }))
    await follow()
    log.upsert(aReport({ id: '7', ...done }))
    await follow()
    expect(town.page('/sesizari/lista/toate/toate/deschise/')).toBeNull()
    expect(town.page('/sesizari/lista/proba/gropi/deschise/1/')).toBeNull()
    expect(town.page('/sesizari/lista/toate/toate/rezolvate/')).toContain('Rezolvată în 5 zile')
    expect(town.page('/sesizari/2025-0007/')).toContain('/sesizari/2025-0007/raspuns/')
    expect(town.page('/sesizari/cifre/')).toMatch(
      /<th scope="row">Gropi în drum<\/th><td class="num">1<\/td><td class="num">1<\/td><td class="num">5 zile/,
    )
    expect(JSON.parse(town.page('/sesizari/cifre/index.json') ?? '')).toMatchObject({
      solved: 1,
      medianDays: 5,
      reopenedShare: 0,
      byCategory: [{ slug: 'gropi', fixed: 1, medianDays: 5 }],
    })
  })

  it('that was merged leaves lists, map and feeds, and says where it went', async () => {
    log.upsert(aReport({ id: '7' }))
    log.upsert(aReport({ id: '8' }))
    await follow()
    log.upsert(aReport({ id: '8', state: 'merged', mergedInto: '2025-0007' }))
    log.upsert(aReport({ id: '7', duplicates: ['2025-0008'] }))
    await follow()
    expect(town.page('/sesizari/2025-0008/')).toContain('href="/sesizari/2025-0007/"')
    expect(town.page('/sesizari/2025-0007/')).toContain('href="/sesizari/2025-0008/"')
    for (const path of [
      '/sesizari/',
      '/sesizari/puncte.json',
      '/sesizari/lista/proba/toate/toate/',
      '/sesizari/atom.xml',
    ])
      expect(town.page(path), path).not.toContain('2025-0008')
  })

  it('that is taken back is gone from everywhere, with its photos', async () => {
    const photo = aPhoto('groapa')
    if (photo.kind !== 'photo') throw new Error('a photo')
    for (const { mimeType, width } of photo.renditions) town.holdFile(`groapa ${mimeType} ${width}`)
    log.upsert(aReport({ id: '7', before: [{ alt: 'O groapă', media: photo }] }))
    await follow()
    expect(town.page('/sesizari/2025-0007/')).toMatch(/srcset="\/fisiere\/\w{16}\/foto-480.avif 480w/)
    expect(Object.keys(town.bytes()).filter((name) => name.startsWith('fisiere/'))).toHaveLength(6)
    expect(town.page('/sesizari/')).toContain('foto-480.webp')
    log.remove({ noun: 'reports', id: '7' })
    await follow()
    expect(town.page('/sesizari/2025-0007/')).toBeNull()
    expect(Object.keys(town.bytes()).filter((name) => /^fisiere|sesizari.*2025-0007|lista/.test(name))).toEqual([])
    expect(town.page('/sesizari/')).toContain('Încă nu este nicio sesizare')
  })

  it('offers only filters that lead somewhere', async () => {
    log.upsert(aReport({ id: '7' }))
    await follow()
    const page = town.page('/sesizari/') ?? ''
    expect(page).toContain('href="/sesizari/lista/toate/toate/deschise/"')
    expect(page).not.toContain('href="/sesizari/lista/toate/toate/rezolvate/"')
    expect(page).not.toContain('Iluminat public</a>')
    const hrefs = [...page.matchAll(/href="(\/sesizari\/lista\/[^"]+)"/g)].map(([, href]) => href ?? '')
    expect(hrefs.filter((href) => town.page(href) === null)).toEqual([])
  })

  it('touches its own part of long lists, not the later ones, when it changes', async () => {
    for (let id = 1; id <= 320; id++) log.upsert(aReport({ id: String(id) }))
    await follow()
    log.upsert(aReport({ id: '3', title: 'Alt titlu' }))
    expect(await follow()).toBeLessThan(30)
    expect(town.page('/sesizari/lista/toate/toate/toate/1/')).toContain('Alt titlu')
  })

  it('never names who reported it, for nothing of that reaches the site', async () => {
    log.upsert(aReport({ id: '7' }))
    await follow()
    expect(town.page('/sesizari/2025-0007/index.json')).not.toMatch(/reporter|email|phone/)
  })
})

describe('what the map is given', () => {
  it('is every report that has a place, in few words', async () => {
    log.upsert(aReport({ id: '1', ...done }))
    log.upsert(aReport({ id: '2', place: { point: null, village: 'Probă', street: null, words: 'la moară' } }))
    await follow()
    expect(JSON.parse(town.page('/sesizari/puncte.json') ?? '')).toEqual({
      reports: [[45.76, 21.11, '2025-0001', 2, 'Groapă în drum nr. 2025-0001']],
    })
  })
})

describe('any order of changes', () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 100_000)
  it(`ends with the files of a town that is told everything at once (seed ${seed})`, async () => {
    let state = seed
    const random = (below: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return Math.floor((state / 2_147_483_648) * below)
    }
    const states: PublicReportState[] = [
      'published',
      'routed',
      'planned',
      'inWork',
      'done',
      'reopened',
      'declined',
      'merged',
    ]
    for (let step = 0; step < 160; step++) {
      const id = String(1 + random(70))
      if (random(8) === 0) log.remove({ noun: 'reports', id })
      else log.upsert(aRandomReport(id))
      if (step % 20 === 19) await follow()
    }
    function aRandomReport(id: string): PublicReport {
      const next = states[random(states.length)] ?? 'published'
      return aReport({
        id,
        state: next,
        ...(next === 'done' ? { doneAt: done.doneAt, daysToFix: random(30) } : {}),
        mergedInto: next === 'merged' ? '2025-0001' : null,
        category:
          random(2) === 0 ? { slug: 'gropi', name: 'Gropi în drum' } : { slug: 'iluminat', name: 'Iluminat public' },
        place: { point: null, village: villages[random(2)]?.name ?? null, street: null, words: `reper ${random(100)}` },
      })
    }
    await follow()
    const other = await openTown()
    await other.take(log.changes)
    expect(town.bytes()).toEqual(other.bytes())
    const { readModel, files, publisher } = town
    expect(await reconcile({ readModel, files, publisher, assets: [] })).toMatchObject({
      altered: 0,
      orphaned: 0,
      repaired: 0,
    })
  })
})
