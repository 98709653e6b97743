import type { Change } from '@avizier/cms/changes'
import type { Reading } from '@avizier/cms/readings'
import type { SearchIndex } from '@avizier/search/search-index'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aDocument, aFile, anAct, anAnnouncement, anInstitution, aPage, ChangeLog } from '../../test/records.ts'
import { openTestIndex } from '../../test/search.ts'
import type { IndexState } from './index-state.ts'
import { Indexer } from './indexer.ts'

let log: ChangeLog
let index: SearchIndex
let saved: IndexState | null
let readings: Map<string, Reading>
let day: string

beforeEach(() => {
  log = new ChangeLog()
  index = openTestIndex()
  saved = null
  readings = new Map()
  day = '2026-11-24'
})
afterEach(() => index.close())

/** An indexer as after a start: what it saved is all it knows. */
const anIndexer = () =>
  new Indexer({
    cms: {
      changes: async ({ after, limit }) => {
        const changes: Change[] = log.after(after).slice(0, limit)
        return { changes, next: changes.at(-1)?.position ?? after, head: log.changes.at(-1)?.position ?? 0 }
      },
      reading: async (sha256) => readings.get(sha256) ?? null,
    },
    index,
    state: saved,
    save: (state) => {
      saved = state
    },
    today: () => day,
    say: () => undefined,
  })
const urls = async (text: string) => (await index.search({ text })).hits.map((hit) => hit.url)

describe('the indexer', () => {
  it('makes the index from the first change, then follows', async () => {
    log.upsert(anInstitution())
    log.upsert(anAct({ id: '1', number: 45, title: 'Regulamentul serviciului de salubrizare' }))
    log.upsert(aPage({ id: '1', slug: 'program', title: 'Programul casieriei' }))
    const indexer = anIndexer()
    await indexer.round({ wait: 0 })
    expect(await urls('salubrizării')).toEqual(['/hotarari/2025/45/'])
    expect(await urls('casierie')).toEqual(['/primaria/program/'])
    log.upsert(anAnnouncement({ id: '1', slug: 'apa', title: 'Apa se oprește joi' }))
    log.upsert(aDocument({ id: '1', slug: 'buget-2025', title: 'Bugetul local' }))
    await indexer.round({ wait: 0 })
    expect(await urls('apa oprita')).toEqual(['/anunturi/apa/'])
    expect(await urls('bugetul')).toContain('/documente/buget-2025/')
    expect(saved).toMatchObject({ cursor: 5, head: 5 })
  })

  it('forgets what is withdrawn and moves what is renamed', async () => {
    log.upsert(anAnnouncement({ id: '1', slug: 'vechi', title: 'Târgul de toamnă' }))
    log.upsert(anAct({ id: '1', number: 45, title: 'Taxa de pășunat' }))
    const indexer = anIndexer()
    await indexer.round({ wait: 0 })
    log.upsert(anAnnouncement({ id: '1', slug: 'nou', formerSlugs: ['vechi'], title: 'Târgul de toamnă' }))
    log.remove({ noun: 'acts', id: '1' })
    await indexer.round({ wait: 0 })
    expect(await urls('târg toamnă')).toEqual(['/anunturi/nou/'])
    expect(await urls('pășunat')).toEqual([])
  })

  it('goes on where it was, and a change told twice is one', async () => {
    log.upsert(anAct({ id: '1', number: 45 }))
    await anIndexer().round({ wait: 0 })
    log.upsert(anAct({ id: '2', number: 46 }))
    const before = saved
    await anIndexer().round({ wait: 0 })
    saved = before
    await anIndexer().round({ wait: 0 })
    expect((await index.search({ text: '' })).total).toBe(2)
  })

  it('starts over when the record is another one', async () => {
    for (let number = 1; number <= 5; number++) log.upsert(anAct({ id: String(number), number }))
    await anIndexer().round({ wait: 0 })
    log = new ChangeLog()
    log.upsert(anAct({ id: '9', number: 9, title: 'Alt început' }))
    await anIndexer().round({ wait: 0 })
    expect((await index.search({ text: '' })).total).toBe(1)
    expect(await urls('alt început')).toEqual(['/hotarari/2025/9/'])
  })

  it('follows once more what was withdrawn while the index was being made', async () => {
    log.upsert(anAct({ id: '1', number: 45, title: 'Retrasă între timp' }))
    const original = index.rebuild.bind(index)
    index.rebuild = (documents) =>
      original(
        (async function* () {
          for await (const document of documents) {
            yield document
            log.remove({ noun: 'acts', id: '1' })
          }
        })(),
      )
    const indexer = anIndexer()
    await indexer.round({ wait: 0 })
    await indexer.round({ wait: 0 })
    expect(await urls('retrasă')).toEqual([])
  })

  it('compares index and record once a day, and sets right what differs', async () => {
    log.upsert(anAct({ id: '1', number: 45, title: 'Rămasă în urmă' }))
    log.upsert(anAct({ id: '2', number: 46, title: 'Nealterată' }))
    const indexer = anIndexer()
    await indexer.round({ wait: 0 })
    await index.apply([{ kind: 'remove', id: 'acts:1' }])
    await index.apply([{ kind: 'upsert', document: { ...foreign, id: 'acts:77' } }])
    await indexer.round({ wait: 0 })
    expect(await urls('rămasă')).toEqual([])
    day = '2026-11-25'
    await indexer.round({ wait: 0 })
    expect(await urls('rămasă')).toEqual(['/hotarari/2025/45/'])
    expect(await urls('străin')).toEqual([])
    expect(saved?.reconciledOn).toBe('2026-11-25')
  })

  it('takes what clerks taught: the next query knows it', async () => {
    log.upsert(anAnnouncement({ id: '1', slug: 'maidanezi', title: 'Adăpostul pentru câini fără stăpân' }))
    const indexer = anIndexer()
    await indexer.round({ wait: 0 })
    expect(await urls('maidanezi')).toEqual([])
    log.upsert({
      noun: 'search',
      id: 'search',
      revision: 1,
      publishedAt: '2026-11-24T10:00:00.000Z',
      updatedAt: '2026-11-24T10:00:00.000Z',
      synonyms: [['maidanezi', 'câini fără stăpân']],
    })
    await indexer.round({ wait: 0 })
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    expect(await urls('maidanezi')).toEqual(['/anunturi/maidanezi/'])
  })

  it('finds inside files, on the page', async () => {
    const scan = aFile('scanare', { reading: { pages: 2, method: 'recognised' } })
    readings.set(scan.sha256, {
      sha256: scan.sha256,
      method: 'recognised',
      engine: 'tesseract 5.3.0',
      pages: [
        { number: 1, text: 'Prima pagină, cu antet.', method: 'recognised', confidence: 91 },
        { number: 2, text: 'Se concesionează islazul comunal.', method: 'recognised', confidence: 88 },
      ],
    })
    log.upsert(anAct({ id: '1', number: 45, files: [scan] }))
    await anIndexer().round({ wait: 0 })
    const { hits } = await index.search({ text: 'islaz' })
    expect(hits[0]).toMatchObject({ url: '/hotarari/2025/45/', place: { page: 2 } })
  })

  it('lets no personal number in', async () => {
    const body = [
      { kind: 'paragraph' as const, inlines: [{ text: 'Se acordă domnului cu CNP 1960523410057 ajutor.' }] },
    ]
    log.upsert(anAct({ id: '1', number: 45, title: 'Ajutor de urgență', body }))
    await anIndexer().round({ wait: 0 })
    expect(await urls('1960523410057')).toEqual([])
    expect(JSON.stringify(await index.search({ text: 'ajutor' }))).not.toContain('1960523410057')
  })
})

const foreign = {
  id: '',
  revision: 1,
  kind: 'hotarare',
  url: '/strain/',
  title: 'Un document străin',
  date: '2020-01-01',
  year: 2020,
  category: null,
  state: null,
  act: null,
  sourceId: null,
  text: '',
  files: [],
}
