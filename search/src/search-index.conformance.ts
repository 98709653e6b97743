import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aDecision, aDocument, matchesOf, streamOf, textOf, upserts } from '../test/documents.ts'
import type { SearchAnswer, SearchDocument, SearchIndex, SearchQuery } from './search-index.ts'

/** What one suite needs of an adapter. */
export type IndexUnderTest = {
  /** An index of its own, empty; `pendingRemovals` answers what `withdrawn` holds at the moment. */
  open: (withdrawn: { ids: readonly string[] }) => Promise<SearchIndex>
}

/** What every adapter must do; each calls it with itself. */
export function testSearchIndex(name: string, adapter: IndexUnderTest): void {
  describe(name, () => {
    let index: SearchIndex
    const withdrawn = { ids: [] as readonly string[] }
    beforeAll(async () => {
      index = await adapter.open(withdrawn)
    })
    beforeEach(() => {
      withdrawn.ids = []
    })
    afterAll(() => index?.close())

    const fill = (...documents: readonly SearchDocument[]) => index.rebuild(streamOf(documents))
    const find = (query: SearchQuery | string): Promise<SearchAnswer> =>
      index.search(typeof query === 'string' ? { text: query } : query)
    const idsOf = async (query: SearchQuery | string) => (await find(query)).hits.map(({ id }) => id)

    describe('words', () => {
      beforeAll(() =>
        fill(
          aDecision(7, 2024, {
            title: 'Hotărârea nr. 7/2024 privind înființarea unui adăpost pentru câinii fără stăpân',
          }),
          aDecision(8, 2024, {
            title: 'Hotărârea nr. 8/2024 privind organizarea Primăriei',
            text: 'Organigrama primăriei.',
          }),
          aDocument({
            id: 'old',
            title: 'Hotărîre privind îngrijirea mormîntului eroului',
            text: 'Sînt rugaţi locuitorii.',
          }),
          aDocument({ id: 'cedilla', title: 'Amenajarea ţarcurilor şi a pieţei de animale' }),
          aDocument({ id: 'mayor', title: 'Programul de audiențe al primarului' }),
          aDocument({ id: 'tax', title: 'Taxa de salubrizare pentru persoane fizice' }),
          aDocument({ id: 'taxi', title: 'Regulamentul serviciului de taxi' }),
          aDocument({
            id: 'broken',
            title: 'Procesul-verbal al ședinței',
            text: 'S-a aprobat moderni-\nzarea drumului, hotã-\nrâre luată cu unanimitate.',
          }),
        ),
      )

      it.each([
        ['adăpost câini', 'acts:2024-7'],
        ['adapost caini', 'acts:2024-7'],
        ['adăposturile câinilor', 'acts:2024-7'],
        ['câine adăpostului', 'acts:2024-7'],
        ['ADĂPOSTURI', 'acts:2024-7'],
        ['adapsot', 'acts:2024-7'],
        ['adăpo', 'acts:2024-7'],
        ['mormântul eroilor', 'old'],
        ['mormîntul', 'old'],
        ['țarc animal', 'cedilla'],
        ['ţarcuri', 'cedilla'],
        ['modernizarea drumurilor', 'broken'],
        ['proces verbal', 'broken'],
      ])('finds "%s"', async (query, id) => expect((await idsOf(query))[0]).toBe(id))

      it('keeps words apart that only look alike', async () => {
        expect(await idsOf('primarul')).toEqual(['mayor'])
        expect(await idsOf('primăria')).toEqual(['acts:2024-8'])
        expect(await idsOf('taxi')).toEqual(['taxi'])
        expect(await idsOf('taxe')).toEqual(['tax'])
      })

      it('marks what was looked for, in the spelling with comma letters', async () => {
        const [hit] = (await find('tarcuri animale')).hits
        expect(matchesOf(hit?.title ?? [])).toEqual(['țarcurilor', 'animale'])
        expect(textOf(hit?.title ?? [])).toBe('Amenajarea țarcurilor și a pieței de animale')
      })

      it('asks for every word', async () => {
        expect((await find('adăpost taxi')).total).toBeLessThanOrEqual(1)
        expect((await find('salubrizare fizice')).total).toBe(1)
      })
    })

    describe('phrases', () => {
      beforeAll(() =>
        fill(
          aDocument({ id: 'phrase', title: 'Parcări', text: 'Locuri de parcare de reședință în cartier.' }),
          aDocument({ id: 'apart', title: 'Parcări', text: 'Cine are reședință nouă cere loc de parcare.' }),
        ),
      )

      it.each([
        '"parcare de reședință"',
        '„parcare de reședință”',
        '«parcare de resedinta»',
        '“parcarea de reședință”',
      ])('takes %s as it stands', async (query) => expect(await idsOf(query)).toEqual(['phrase']))

      it('takes a lone quote for nothing', async () => expect((await find('"parcare')).total).toBe(2))
    })

    describe('acts', () => {
      beforeAll(() =>
        fill(
          aDecision(45, 2024, { title: 'Hotărârea nr. 45/2024 privind bugetul', date: '2024-03-28' }),
          aDecision(45, 2023),
          aDecision(52, 2024, {
            title: 'Hotărârea nr. 52/2024 pentru modificarea HCL nr. 45/28.03.2024',
            date: '2024-05-20',
          }),
          aDocument({
            id: 'order',
            kind: 'dispozitie',
            title: 'Dispoziția nr. 12/2025',
            act: { kind: 'dispozitie', number: 12, year: 2025 },
            date: '2025-01-15',
          }),
          aDecision(12, 2025, { title: 'Hotărârea nr. 12/2025 privind rețeaua școlară' }),
          aDecision(123, 2024, { title: 'Hotărârea nr. 123/2024 privind drumul comunal' }),
          aDocument({
            id: 'government',
            title: 'Anunț',
            date: '2024-11-02',
            text: 'În temeiul Hotărârii Guvernului nr. 123/2024 și al OUG nr. 57/2019.',
          }),
        ),
      )

      it.each([
        'HCL 45/2024',
        'Hotărârea nr. 45 din 28 martie 2024',
        'H.C.L. nr.45/2024',
        'hotararea 45 din 2024',
        '45/28.03.2024',
        'HCLM 45/2024',
        'Hotărârea Consiliului Local nr. 45 /28.03.2024',
        'HOTĂRÂREA nr. 45 din data de 28.03.2024',
        'nr. 45 din 2024',
        '45/2024',
        'hcl 45-2024',
      ])('goes straight to the act that "%s" names, before those that cite it', async (query) => {
        const answer = await find(query)
        expect(answer.direct?.id).toBe('acts:2024-45')
        expect(answer.hits.map(({ id }) => id)).toEqual(['acts:2024-45', 'acts:2024-52'])
        expect(answer.direct?.act).toEqual({ kind: 'hotarare', number: 45, year: 2024 })
      })

      it('tells registers apart, and says both when the number alone does not', async () => {
        expect((await find('dispoziția 12/2025')).direct?.id).toBe('order')
        expect((await find('HCL 12/2025')).direct?.id).toBe('acts:2025-12')
        const bare = await find('12/2025')
        expect(bare.direct).toBeNull()
        expect(bare.hits.map(({ id }) => id).sort()).toEqual(['acts:2025-12', 'order'])
      })

      it('does not take a decision of the Government for one of the council', async () => {
        const answer = await find('HG 123/2024')
        expect(answer.direct).toBeNull()
        expect(answer.hits.map(({ id }) => id)).toEqual(['government'])
        expect(await idsOf('OUG 57/2019')).toEqual(['government'])
        expect(await idsOf('57/2019')).toEqual(['government'])
        expect(await idsOf('123/2024')).toEqual(['acts:2024-123'])
      })

      it('finds a number without its year in every year, newest first', async () => {
        expect((await idsOf('HCL 45')).slice(0, 2)).toEqual(['acts:2024-45', 'acts:2023-45'])
      })

      it('finds a day in any notation', async () => {
        for (const query of ['28.03.2024', '28 martie 2024', 'martie 2024'])
          expect((await idsOf(query))[0]).toBe('acts:2024-45')
      })
    })

    describe('abbreviations and synonyms', () => {
      beforeAll(() =>
        fill(
          aDocument({ id: 'short', title: 'Aprobarea PUG Izvorașele' }),
          aDocument({ id: 'long', title: 'Aprobarea Planului Urbanistic General al comunei Vlăduleni' }),
          aDocument({ id: 'register', title: 'Înscrierea în cartea funciară a localității Bistricioara' }),
          aDocument({ id: 'dump', title: 'Groapa de gunoi din Livezi' }),
          aDocument({ id: 'landfill', title: 'Depozitul de deșeuri din Livezi' }),
        ),
      )

      it.each([
        ['plan urbanistic general Izvorașele', 'short'],
        ['PUG Vlăduleni', 'long'],
        ['P.U.G. Vlădulenilor', 'long'],
        ['CF Bistricioara', 'register'],
      ])('finds "%s"', async (query, id) => expect((await idsOf(query))[0]).toBe(id))

      it('takes what clerks give, at once, both ways, and lets it go again', async () => {
        expect((await find('rampa ecologică')).total).toBe(0)
        await index.setSynonyms([['groapa de gunoi', 'depozit de deșeuri', 'rampa ecologică']])
        expect((await idsOf('rampa ecologică')).sort()).toEqual(['dump', 'landfill'])
        expect((await idsOf('depozitul de deșeuri Livezi')).sort()).toEqual(['dump', 'landfill'])
        await index.setSynonyms([])
        expect((await find('rampa ecologică')).total).toBe(0)
      })
    })

    describe('facets', () => {
      beforeAll(() =>
        fill(
          aDecision(1, 2023, { title: 'Bugetul local', category: 'buget' }),
          aDecision(2, 2024, { title: 'Bugetul local rectificat', category: 'buget', state: 'abrogata' }),
          aDecision(3, 2024, { title: 'Bugetul școlii', category: 'invatamant', state: 'proiect' }),
          aDocument({ id: 'notice', title: 'Dezbatere asupra bugetului', date: '2024-01-10', category: 'buget' }),
          aDocument({ id: 'other', title: 'Târgul de toamnă', date: '2024-10-10' }),
        ),
      )

      it('omits no word because a filter leaves nothing', async () => {
        const answer = await find({ text: 'buget rectificat', kinds: ['anunt'] })
        expect(answer).toMatchObject({ total: 0, omitted: [] })
        expect(answer.facets.kind).toEqual([{ value: 'hotarare', count: 1 }])
      })

      it('omits the word that no document has, and says so', async () => {
        const answer = await find('bugetul parohiei')
        expect(answer).toMatchObject({ total: 4, omitted: ['parohiei'] })
      })

      it('counts every facet under the filters of the others', async () => {
        const { total, totalIsExact, facets } = await find({ text: 'buget', kinds: ['hotarare'], years: [2024] })
        expect({ total, totalIsExact }).toEqual({ total: 2, totalIsExact: true })
        expect(facets.kind).toEqual([
          { value: 'hotarare', count: 2 },
          { value: 'anunt', count: 1 },
        ])
        expect(facets.year).toEqual([
          { value: 2024, count: 2 },
          { value: 2023, count: 1 },
        ])
        expect(facets.category).toEqual([
          { value: 'buget', count: 1 },
          { value: 'invatamant', count: 1 },
        ])
        expect(facets.state).toEqual([
          { value: 'abrogata', count: 1 },
          { value: 'proiect', count: 1 },
        ])
      })

      it('takes values of one facet as alternatives', async () => {
        expect((await find({ text: 'buget', years: [2023, 2024] })).total).toBe(4)
        expect((await find({ text: 'buget', states: ['abrogata', 'proiect'] })).total).toBe(2)
        expect((await find({ text: 'buget', categories: ['nu există'] })).total).toBe(0)
      })

      it('lists everything, newest first, when nothing is asked', async () => {
        const answer = await find({ text: '', kinds: ['anunt'] })
        expect(answer.hits.map(({ id }) => id)).toEqual(['other', 'notice'])
        expect(answer.total).toBe(2)
      })

      it('orders by date when asked', async () => {
        const dates = (await find({ text: 'buget', order: 'date' })).hits.map(({ date }) => date)
        expect(dates).toEqual([...dates].sort().reverse())
      })

      it('pages without losing or repeating, and past the end has none', async () => {
        const pages = await Promise.all([1, 2, 3].map((page) => find({ text: 'buget', page, perPage: 2 })))
        const ids = pages.flatMap(({ hits }) => hits.map(({ id }) => id))
        expect(new Set(ids).size).toBe(4)
        expect(pages[2]).toMatchObject({ total: 4, hits: [] })
        expect(await find({ text: 'buget', page: 1_000_000_000 })).toMatchObject({ total: 4, hits: [] })
      })
    })

    describe('long documents', () => {
      const pages = Array.from({ length: 400 }, (_, at) => ({
        number: at + 1,
        text: `Pagina ${at + 1}. ${'Devizul cuprinde lucrări de terasamente și consiliul aprobă cheltuielile. '.repeat(20)}${
          at === 389 ? 'Podețul Zăvoiului se reface integral din beton.' : ''
        }`,
      }))
      beforeAll(() =>
        fill(
          aDocument({
            id: 'thick',
            title: 'Caiet de sarcini',
            files: [{ name: 'caiet.pdf', url: '/fisiere/caiet.pdf', pages }],
          }),
          aDocument({
            id: 'body',
            title: 'Raport',
            text: `${'Un alineat despre alte lucrări de reparații. '.repeat(2000)}Fântâna din Livezi este secată.`,
          }),
        ),
      )

      it('finds the page, near the end as well', async () => {
        const { hits } = await find('podețul zăvoiului')
        expect(hits).toHaveLength(1)
        expect(hits[0]?.place).toEqual({ fileName: 'caiet.pdf', fileUrl: '/fisiere/caiet.pdf', page: 390 })
        expect(matchesOf(hits[0]?.snippet ?? [])).toEqual(['Podețul', 'Zăvoiului'])
      })

      it('finds a phrase there, and no phrase that is not there', async () => {
        expect(await idsOf('"podețul Zăvoiului se reface"')).toEqual(['thick'])
        expect(await idsOf('"Zăvoiului podețul"')).toEqual([])
      })

      it('joins words of pages far apart', async () =>
        expect(await idsOf('caiet terasamente zăvoi')).toEqual(['thick']))

      it('shows the place inside a long text', async () => {
        const [hit] = (await find('fântâna secată')).hits
        expect(hit?.place).toBeNull()
        expect(textOf(hit?.snippet ?? [])).toContain('Fântâna din Livezi este secată.')
        expect(textOf(hit?.snippet ?? []).length).toBeLessThan(320)
      })
    })

    describe('corrections', () => {
      beforeAll(() =>
        fill(
          aDocument({ id: 'a', title: 'Regulament de salubrizare', text: 'Salubrizarea comunei.' }),
          aDocument({ id: 'b', title: 'Taxa de salubrizare', text: 'Parcare cu plată.' }),
        ),
      )

      it('says what it put in place of a misspelt word, and takes it back', async () => {
        const answer = await find('salbrizare')
        expect(answer.hits.map(({ id }) => id).sort()).toEqual(['a', 'b'])
        const undone = await find({ text: 'salbrizare', asTyped: true })
        expect(undone).toMatchObject({ total: 0, corrected: null, hits: [] })
      })

      it('corrects nothing that is right', async () => expect((await find('salubrizare')).corrected).toBeNull())

      it('never corrects a number', async () => expect((await find('45/2024')).total).toBe(0))
    })

    describe('bad input', () => {
      beforeAll(() => fill(aDecision(1, 2024, { title: 'Bugetul local', text: 'Constructorul și constructor.' })))

      it.each([
        'constructor',
        '__proto__ toString hasOwnProperty',
        "'",
        '"',
        "'; drop table entries; --",
        'a & b | !c <-> d:*',
        '((((',
        '.*+?^$'.concat('{}()|[]\\'),
        '\\',
        '%_%',
        '🙂🙃',
        'de la și cu',
        '\u0000buget\u0000',
        '\ud800',
        'x'.repeat(10_000),
        'buget '.repeat(2_000),
        '"'.repeat(500),
        '1/2024 '.repeat(300),
        '* ^ # @ = ^buget *pug',
      ])('answers %j', async (text) => {
        const began = performance.now()
        const answer = await find(text)
        expect(answer.total).toBeGreaterThanOrEqual(0)
        expect(performance.now() - began).toBeLessThan(1_500)
        await index.suggest(text)
      })

      it('answers absurd filters and pages', async () => {
        const many = Array.from({ length: 400 }, (_, at) => at)
        const absurd = {
          text: 'buget',
          years: [...many, Number.NaN, Number.POSITIVE_INFINITY, 2024.5],
          kinds: many.map(String),
          categories: ["'", 'constructor'],
          page: Number.NaN,
          perPage: 1e9,
        }
        expect((await find(absurd)).total).toBe(0)
        expect((await find({ text: 'buget', page: -5, perPage: 0 })).hits).toHaveLength(1)
      })

      it('finds nothing in what is neither word nor number', async () => expect((await find('🙂')).total).toBe(0))
    })

    describe('changes', () => {
      it('are found when applied, replaced by later revisions, and gone when removed', async () => {
        await fill()
        await index.apply(upserts(aDocument({ id: 'one', title: 'Zăpușeală', revision: 2 })))
        expect(await idsOf('zăpușeală')).toEqual(['one'])
        await index.apply(upserts(aDocument({ id: 'one', title: 'Ninsoare', revision: 3 })))
        await index.apply(upserts(aDocument({ id: 'one', title: 'Zăpușeală', revision: 2 })))
        expect(await idsOf('ninsoare')).toEqual(['one'])
        expect((await find({ text: 'zăpușeală', asTyped: true })).total).toBe(0)
        await index.apply([
          { kind: 'remove', id: 'one' },
          { kind: 'remove', id: 'never was' },
        ])
        expect((await find('ninsoare')).total).toBe(0)
        expect(await index.suggest('nins')).toEqual([])
      })

      it('are listed by id with their revisions', async () => {
        await fill(aDocument({ id: 'b', revision: 5 }), aDocument({ id: 'a', revision: 7 }))
        const listed: unknown[] = []
        for await (const one of index.revisions()) listed.push(one)
        expect(listed).toEqual([
          { id: 'a', revision: 7 },
          { id: 'b', revision: 5 },
        ])
      })

      it('that are withdrawn and not yet indexed are out of hits, totals, facets and suggestions', async () => {
        await fill(
          aDecision(1, 2024, { title: 'Căminul cultural' }),
          aDecision(2, 2023, { title: 'Căminul cultural din sat' }),
        )
        withdrawn.ids = ['acts:2024-1', 'unknown']
        const answer = await find('căminul cultural')
        expect(answer.hits.map(({ id }) => id)).toEqual(['acts:2023-2'])
        expect(answer.total).toBe(1)
        expect(answer.facets.year).toEqual([{ value: 2023, count: 1 }])
        expect((await find('HCL 1/2024')).direct).toBeNull()
        expect((await find('')).total).toBe(1)
        const suggested = (await index.suggest('cămin')).filter(({ kind }) => kind === 'document')
        expect(suggested.map(({ text }) => text)).toEqual(['Căminul cultural din sat'])
      })
    })

    describe('rebuild', () => {
      it('answers from the old index until the new one is whole, and keeps what is applied meanwhile', async () => {
        await fill(
          aDocument({ id: 'stays', title: 'Bibliotecă' }),
          aDocument({ id: 'goes', title: 'Bibliotecă veche' }),
        )
        let applied = false
        async function* slowly() {
          yield aDocument({ id: 'stays', title: 'Bibliotecă' })
          yield aDocument({ id: 'removed-meanwhile', title: 'Bibliotecă mobilă' })
          expect((await find('bibliotecă')).total).toBe(2)
          await index.apply([
            ...upserts(aDocument({ id: 'meanwhile', title: 'Bibliotecă nouă', revision: 9 })),
            { kind: 'remove', id: 'removed-meanwhile' },
          ])
          applied = true
          yield aDocument({ id: 'meanwhile', title: 'Bibliotecă veche de acum', revision: 8 })
        }
        expect((await index.rebuild(slowly())).kind).toBe('rebuilt')
        expect(applied).toBe(true)
        expect((await idsOf('bibliotecă')).sort()).toEqual(['meanwhile', 'stays'])
        expect(await idsOf('bibliotecă nouă')).toEqual(['meanwhile'])
      })

      it('that fails halfway leaves the index in use whole, and the next one succeeds', async () => {
        await fill(aDocument({ id: 'kept', title: 'Dispensar' }))
        async function* failing() {
          yield aDocument({ id: 'new', title: 'Dispensar nou' })
          throw new Error('the record went away')
        }
        await expect(index.rebuild(failing())).rejects.toThrow('the record went away')
        expect(await idsOf('dispensar')).toEqual(['kept'])
        await fill(aDocument({ id: 'again', title: 'Dispensar' }))
        expect(await idsOf('dispensar')).toEqual(['again'])
      })

      it('has no gap: every query meanwhile finds the document that both indexes hold', async () => {
        const both = aDocument({ id: 'both', title: 'Stadion' })
        await fill(both)
        let isOver = false
        const misses: number[] = []
        const asking = (async () => {
          while (!isOver) misses.push(1 - (await find('stadion')).total)
        })()
        for (let round = 0; round < 4; round++) await fill(both, aDocument({ id: `extra-${round}` }))
        isOver = true
        await asking
        expect(misses.length).toBeGreaterThan(3)
        expect(misses.filter((miss) => miss !== 0)).toEqual([])
      })
    })

    describe('suggestions', () => {
      beforeAll(() =>
        fill(
          aDecision(1, 2024, { title: 'Hotărârea nr. 1/2024 privind salubrizarea comunei' }),
          aDecision(2, 2024, { title: 'Hotărârea nr. 2/2024 privind taxa de salubrizare' }),
          aDocument({ id: 'salt', title: 'Depozitul de sare' }),
        ),
      )

      it('complete the last word', async () => {
        const suggestions = await index.suggest('salubr')
        const urls = suggestions.flatMap((one) => (one.kind === 'document' ? [one.url] : []))
        expect(urls.sort()).toEqual(['/hotarari/2024/1/', '/hotarari/2024/2/'])
      })

      it('keep the words before, and know acts by their numbers', async () => {
        const [first] = (await index.suggest('taxa salubriz')).filter(({ kind }) => kind === 'document')
        expect(first?.text).toBe('Hotărârea nr. 2/2024 privind taxa de salubrizare')
        const [act] = await index.suggest('hcl 1/2024')
        expect(act).toMatchObject({ kind: 'document', url: '/hotarari/2024/1/' })
      })

      it('are none for a letter or for nothing', async () => {
        expect(await index.suggest('s')).toEqual([])
        expect(await index.suggest('   ')).toEqual([])
        expect((await index.suggest('sa', 1)).length).toBeLessThanOrEqual(1)
      })
    })

    describe('health', () => {
      it('counts documents and knows the analyser', async () => {
        await fill(aDocument({ id: 'one' }))
        expect(await index.health()).toMatchObject({ kind: 'ready', documents: 1, isCurrent: true })
      })
    })
  })
}
