import type { Server } from 'node:http'
import type { Searches } from '@avizier/cms/search'
import { type SearchIndex, SearchUnavailable } from '@avizier/search/search-index'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAct, anAnnouncement, anInstitution, ChangeLog } from '../../test/records.ts'
import { openTestIndex } from '../../test/search.ts'
import { askServer, listening } from '../../test/server.ts'
import { openTown } from '../../test/town.ts'
import { searchDocumentOf } from './search-document.ts'
import { SearchedWords } from './searched-words.ts'

let index: SearchIndex
let server: Server
let folder: string
let told: Searches = []
const searchedWords = new SearchedWords(async (searches) => {
  told = searches
})
const acts = Array.from({ length: 25 }, (_, at) =>
  anAct({ id: String(at + 1), number: at + 1, title: `Concesionarea terenului nr. ${at + 1}`, topic: 'property' }),
)

beforeAll(async () => {
  const town = await openTown()
  folder = town.folder
  const log = new ChangeLog()
  log.upsert(anInstitution())
  for (const act of acts) log.upsert(act)
  await town.take(log.changes)
  index = openTestIndex()
  const records = [...acts, anAnnouncement({ id: '1', slug: 'apa', title: 'Apa se oprește <b>joi</b> & vineri' })]
  for (const record of records) {
    const document = await searchDocumentOf(record, async () => [])
    if (document) await index.apply([{ kind: 'upsert', document }])
  }
  server = await listening(folder, { searchIndex: index, searchedWords })
})
afterAll(async () => {
  server.close()
  await index.close()
})

const text = async (path: string, of = server) => (await askServer(of, path)).body.toString()
const json = async (path: string) => JSON.parse(await text(path))

describe('/cautare', () => {
  it('finds, marks, counts and pages without a script', async () => {
    const { status, headers, body } = await askServer(server, '/cautare?q=concesionarea+terenurilor')
    expect([status, headers['cache-control'], headers['set-cookie']]).toEqual([200, 'no-store', undefined])
    const page = body.toString()
    expect(page).toContain('25 de rezultate')
    expect(page).toContain('<mark>Concesionarea</mark>')
    expect(page).toContain('Pagina 1 din 3')
    expect(page).toContain('rel="next"')
    expect(await text('/cautare?q=concesionarea+terenurilor&pagina=3')).toContain('Pagina 3 din 3')
  })

  it('allows the script of the site itself, on this page alone', async () => {
    const { headers } = await askServer(server, '/cautare?q=apa')
    expect(headers['content-security-policy']).toContain("script-src 'self'")
    expect(headers['content-security-policy']).not.toContain('unsafe')
  })

  it('takes what was found, and what was typed, for text', async () => {
    expect(await text('/cautare?q=apa')).toContain('&lt;b&gt;joi&lt;/b&gt; &amp; vineri')
    const page = await text('/cautare?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E')
    expect(page).toContain('alert(1)')
    expect(page.replace(/="[^"]*"/g, '')).not.toContain('<script>alert')
  })

  it('goes straight to an act by its number', async () => {
    const page = await text('/cautare?q=hot%C4%83r%C3%A2rea+nr.+7+din+2025')
    expect(page.indexOf('href="/hotarari/2025/7/"')).toBeGreaterThan(0)
    expect(page.indexOf('href="/hotarari/2025/7/"')).toBeLessThan(page.indexOf('/hotarari/2025/17/') + 1 || 1e9)
  })

  it('narrows by facets that keep their own counts, and says how to widen again', async () => {
    const page = await text('/cautare?q=&tip=anunt')
    expect(page).toContain('1 rezultat')
    expect(page).toMatch(/hotărâri <span class="num">\(25\)/)
    expect(page).toContain('Caută în toată arhiva')
  })

  it.each([
    ['nothing asked', '/cautare', 200],
    ['a page beyond the last', '/cautare?q=concesionarea&pagina=1000000000', 200],
    ['ten kilobytes', `/cautare?q=${'a%20'.repeat(2_500)}`, 200],
    ['only stopwords', '/cautare?q=de+la+pe', 200],
    ['lone quotes', '/cautare?q=%22%E2%80%9E', 200],
    ['SQL', "/cautare?q='%3B+drop+table+documents--", 200],
    ['regex', '/cautare?q=(.*)%5B%5C', 200],
    ['tsquery', '/cautare?q=a+%26+!b+%7C+c%3A*', 200],
    ['a word of JavaScript', '/cautare?q=constructor', 200],
    ['emoji', '/cautare?q=%F0%9F%9A%A7', 200],
    ['broken UTF-8', '/cautare?q=%C3%28', 200],
    ['NUL', '/cautare?q=%00', 200],
    ['forty facets', `/cautare?q=a${'&an=2024&tip=constructor'.repeat(40)}`, 200],
  ])('answers %s', async (_, path, status) => {
    const began = performance.now()
    const answer = await askServer(server, path)
    expect(answer.status).toBe(status)
    expect(answer.body.toString()).toContain('<h1>Caută în arhivă</h1>')
    expect(performance.now() - began).toBeLessThan(2_500)
  })

  it('tells the record what was searched, once, added up', async () => {
    await text('/cautare?q=teren+de+fotbal')
    await text('/cautare?q=Teren+de++fotbal')
    await text('/cautare?q=concesionarea&pagina=2')
    await searchedWords.flush()
    expect(told).toContainEqual({ words: 'teren de fotbal', found: expect.any(Boolean), count: 2 })
    expect(told.find(({ words }) => words === 'concesionarea')).toBeUndefined()
  })
})

describe('/api/cautare', () => {
  it('gives the same as the page, as JSON', async () => {
    const answer = await json('/api/cautare?q=concesionarea+terenului&tip=hotarare')
    expect(answer).toMatchObject({ total: 25, totalIsExact: true, corrected: null })
    expect(answer.hits).toHaveLength(10)
    expect(Object.keys(answer.hits[0]).sort()).toEqual(
      ['date', 'kind', 'page', 'snippet', 'sourceId', 'title', 'url'].sort(),
    )
    expect(answer.facets.tip).toContainEqual({ value: 'hotarare', count: 25 })
  })

  it('suggests while one types', async () => {
    const suggestions = await json('/api/cautare/sugestii?q=conces')
    expect(JSON.stringify(suggestions).toLowerCase()).toContain('concesionare')
    expect(await json('/api/cautare/sugestii?q=')).toEqual([])
  })
})

describe('/cautare.xml', () => {
  it('is a feed of what the search finds, newest first', async () => {
    const { headers, body } = await askServer(server, '/cautare.xml?q=apa')
    expect(headers['content-type']).toContain('application/atom+xml')
    expect(body.toString()).toContain('<title>apa – Comuna Probă</title>')
    expect(body.toString()).toContain('https://proba.example/anunturi/apa/'.replace('https://proba.example', ''))
  })
})

describe('an engine that is down', () => {
  it('is not taken for one that has a fault of ours', async () => {
    const faulty: SearchIndex = Object.assign(Object.create(index), {
      search: () => Promise.reject(new TypeError('a fault')),
    })
    const ill = await listening(folder, { searchIndex: faulty })
    try {
      const { status, body } = await askServer(ill, '/cautare?q=apa')
      expect(status).toBe(500)
      expect(body.toString()).toContain('Nu ați greșit nimic')
    } finally {
      ill.close()
    }
  })

  it('is said on the page, with the way to the lists, and touches nothing else', async () => {
    const down: SearchIndex = Object.assign(Object.create(index), {
      search: () => Promise.reject(new SearchUnavailable('slow', new Error('too slow'))),
      suggest: () => Promise.reject(new SearchUnavailable('down', new Error('gone'))),
    })
    for (const searchIndex of [down, null]) {
      const ill = await listening(folder, { searchIndex })
      try {
        const { status, body } = await askServer(ill, '/cautare?q=apa')
        expect(status).toBe(503)
        expect(body.toString()).toContain('Căutarea nu răspunde acum')
        expect(body.toString()).toContain('href="/hotarari/2025/"')
        expect((await askServer(ill, '/api/cautare?q=apa')).status).toBe(503)
        expect(await text('/api/cautare/sugestii?q=apa', ill)).toBe('[]')
        expect((await askServer(ill, '/cautare.xml?q=apa')).status).toBe(503)
        for (const path of ['/', '/cautare', '/hotarari/2025/7/', '/api/health'])
          expect((await askServer(ill, path)).status).toBe(200)
      } finally {
        ill.close()
      }
    }
  })
})
