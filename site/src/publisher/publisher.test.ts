import { rmSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { aDocument, aForm, anAct, anAnnouncement, anInstitution, aPage, ChangeLog } from '../../test/records.ts'
import { openTown } from '../../test/town.ts'
import { reconcile } from './reconcile.ts'

let town: Awaited<ReturnType<typeof openTown>>
let log: ChangeLog
const follow = () => town.take(log.after(town.readModel.cursor))
/** What a town that is told everything at once, from nothing, would have on disk. */
const fresh = async () => {
  const other = await openTown()
  await other.take(log.changes)
  return other.bytes()
}

beforeEach(async () => {
  town = await openTown()
  log = new ChangeLog()
  log.upsert(anInstitution())
})

describe('the publisher', () => {
  it('writes a new act, the lists that name it and their twins, compressed', async () => {
    log.upsert(anAct({ id: '1', number: 45 }))
    await follow()
    expect(town.page('/hotarari/2025/45/')).toContain('Obiectul hotărârii 45')
    for (const list of [
      '/',
      '/hotarari/',
      '/hotarari/2025/',
      '/hotarari/atom.xml',
      '/sitemap-hotarari-2025.xml',
      '/hotarari/2025/index.json',
      '/monitorul-oficial-local/',
    ]) {
      expect(town.page(list), list).toContain('45')
    }
    expect(Object.keys(town.bytes())).toEqual(
      expect.arrayContaining([
        'hotarari/2025/45/index.html.br',
        'hotarari/2025/45/index.html.gz',
        'hotarari/2025/45/index.json',
      ]),
    )
  })

  it('waits for the institution, whatever comes first', async () => {
    const late = new ChangeLog()
    late.upsert(anAct({ id: '1', number: 45 }))
    await town.take(late.after(0))
    expect(town.bytes()).toEqual({})
    late.upsert(anInstitution())
    await town.take(late.after(town.readModel.cursor))
    expect(town.page('/hotarari/2025/45/')).not.toBeNull()
  })

  it('touches few files for one new act, as few among 2,000 as among 100', async () => {
    const touched = []
    for (const count of [100, 2000]) {
      const big = await openTown({ isCompressed: false })
      const acts = new ChangeLog()
      acts.upsert(anInstitution())
      for (let index = 1; index <= count; index++)
        acts.upsert(
          anAct({
            id: String(index),
            number: ((index - 1) % 400) + 1,
            year: 2020 + Math.floor((index - 1) / 400),
            adoptedOn: `${2020 + Math.floor((index - 1) / 400)}-03-26`,
          }),
        )
      await big.take(acts.changes)
      acts.upsert(anAct({ id: '9998', number: 449, year: 2024, adoptedOn: '2024-10-31' }))
      await big.take(acts.after(big.readModel.cursor))
      acts.upsert(anAct({ id: '9999', number: 450, year: 2024, adoptedOn: '2024-11-28' }))
      touched.push(await big.take(acts.after(big.readModel.cursor)))
    }
    expect(Math.max(...touched)).toBeLessThanOrEqual(16)
    expect(touched[1]).toBeLessThanOrEqual((touched[0] ?? 0) + 3)
  })

  it('touches only the page and what shows its text when the text alone changed', async () => {
    log.upsert(anAct({ id: '1', number: 45 }))
    await follow()
    log.upsert(anAct({ id: '1', number: 45, summary: ['Pe scurt.'] }))
    const touched = await follow()
    expect(touched).toBeLessThanOrEqual(3)
    expect(town.page('/hotarari/2025/45/')).toContain('Pe scurt.')
  })

  it('writes nothing when a change is told again', async () => {
    log.upsert(anAct({ id: '1', number: 45 }))
    await follow()
    expect(await town.take(log.changes)).toBe(0)
  })

  it('moves a renamed announcement, and sends readers of the old address on', async () => {
    log.upsert(anAnnouncement({ id: '1', slug: 'vechi' }))
    await follow()
    log.upsert(anAnnouncement({ id: '1', slug: 'nou', formerSlugs: ['vechi'] }))
    await follow()
    expect(town.page('/anunturi/vechi/')).toBeNull()
    expect(town.page('/anunturi/nou/')).not.toBeNull()
    expect(town.readModel.redirectOf('/anunturi/vechi/')).toBe('/anunturi/nou/')
    expect(town.page('/anunturi/')).not.toContain('/anunturi/vechi/')
  })

  it('gives an old address to the document that has it now', async () => {
    log.upsert(anAnnouncement({ id: '1', slug: 'nou', formerSlugs: ['vechi'] }))
    log.upsert(anAnnouncement({ id: '2', slug: 'vechi', title: 'Al doilea' }))
    await follow()
    expect(town.page('/anunturi/vechi/')).toContain('Al doilea')
  })

  it('moves a page to another section', async () => {
    log.upsert(aPage({ id: '1', slug: 'istorie' }))
    await follow()
    log.upsert(aPage({ id: '1', slug: 'istorie', section: 'commune' }))
    await follow()
    expect(town.page('/primaria/istorie/')).toBeNull()
    expect(town.page('/comuna/istorie/')).not.toBeNull()
    expect(town.page('/primaria/')).not.toContain('istorie')
  })

  it('takes down what is withdrawn, with the lists that only it kept', async () => {
    const announcement = log.upsert(anAnnouncement({ id: '1', slug: 'trecut', publishedOn: '2023-07-04' }))
    const document = log.upsert(aDocument({ id: '1', slug: 'buget' }))
    await follow()
    expect(town.page('/anunturi/2023/07/')).not.toBeNull()
    expect(town.page('/documente/tip/buget/')).not.toBeNull()
    log.remove(announcement)
    log.remove(document)
    await follow()
    for (const gone of [
      '/anunturi/trecut/',
      '/anunturi/trecut/index.json',
      '/anunturi/2023/07/',
      '/anunturi/2023/',
      '/documente/buget/',
      '/documente/tip/buget/',
      '/sitemap-anunturi-2023.xml',
    ]) {
      expect(town.page(gone), gone).toBeNull()
    }
    expect(town.page('/')).not.toContain('trecut')
    const empty = new ChangeLog()
    empty.upsert(anInstitution())
    const other = await openTown()
    await other.take(empty.changes)
    expect(town.bytes()).toEqual(other.bytes())
  })

  it('writes a menu change into every page', async () => {
    log.upsert(anAct({ id: '1', number: 45 }))
    await follow()
    log.upsert(anInstitution({ menu: [{ label: 'Meniul cel nou', path: '/documente/' }] }))
    await follow()
    for (const page of ['/', '/hotarari/2025/45/', '/404.html', '/accesibilitate/'])
      expect(town.page(page), page).toContain('Meniul cel nou')
  })

  it('shows a form on its start page, in the list and as a twin, and all of it when it changes', async () => {
    log.upsert(aForm({ id: '1', slug: 'petitie' }))
    await follow()
    expect(town.page('/formulare/petitie/')).toMatch(/href="\/formulare\/petitie\/completeaza\/"/)
    expect(town.page('/formulare/')).toContain('Formularul petitie')
    expect(JSON.parse(town.page('/formulare/petitie/index.json') ?? '')).toMatchObject({ version: 1, slug: 'petitie' })
    expect(town.page('/sitemap-formulare.xml')).toContain('/formulare/petitie/')
    log.upsert(aForm({ id: '1', slug: 'petitie', definition: { version: 2, feeBani: 2150 } }))
    expect(await follow()).toBeLessThanOrEqual(3)
    expect(town.page('/formulare/petitie/')).toContain('21,50 lei')
    expect(JSON.parse(town.page('/formulare/petitie/index.json') ?? '')).toMatchObject({ version: 2 })
    log.upsert(aForm({ id: '1', slug: 'scrie', formerSlugs: ['petitie'], definition: { version: 3 } }))
    await follow()
    expect(town.page('/formulare/petitie/')).toBeNull()
    expect(town.readModel.redirectOf('/formulare/petitie/')).toBe('/formulare/scrie/')
    log.remove({ noun: 'forms', id: '1' })
    await follow()
    for (const gone of ['/formulare/scrie/', '/formulare/scrie/index.json', '/sitemap-formulare.xml'])
      expect(town.page(gone), gone).toBeNull()
    expect(town.page('/formulare/')).toContain('Încă nu este niciun formular')
  })

  it('shows a relation and a state on both pages', async () => {
    const reference = {
      kind: 'decision',
      number: 45,
      year: 2025,
      adoptedOn: '2025-03-27',
      title: 'Vechea',
      character: 'normative',
    } as const
    log.upsert(
      anAct({
        id: '1',
        number: 45,
        state: { kind: 'repealed', since: '2025-04-05', by: { ...reference, number: 61 } },
      }),
    )
    await follow()
    expect(town.page('/hotarari/2025/45/')).toMatch(/Abrogată[\s\S]*HCL 61\/2025/)
    expect(town.page('/hotarari/2025/')).toContain('Abrogată')
  })

  it('lists an individual order as number and date, without a page of its own', async () => {
    log.upsert(
      anAct({
        id: '1',
        number: 12,
        kind: 'order',
        character: 'individual',
        visibility: 'register',
        title: 'Dispoziție cu caracter individual',
      }),
    )
    await follow()
    expect(town.page('/dispozitii/2025/12/')).toBeNull()
    expect(town.page('/dispozitii/2025/')).toContain('Disp. 12/2025')
    expect(town.page('/sitemap-dispozitii-2025.xml') ?? '').not.toContain('/dispozitii/2025/12/')
  })

  it('writes the pages that show today again when the day turns, and only those', async () => {
    log.upsert(anAnnouncement({ id: '1', slug: 'termen', dueOn: '2025-04-10' }))
    await follow()
    expect(town.page('/')).toContain('Puteți avea un cuvânt de spus')
    town.setDay('2025-04-11')
    town.publisher.turnDay()
    expect(await town.publisher.flush()).toBe(1)
    expect(town.page('/')).not.toContain('Puteți avea un cuvânt de spus')
  })

  it('ends with the same bytes, told step by step or at once', async () => {
    for (let index = 1; index <= 130; index++) {
      log.upsert(
        anAnnouncement({ id: String(index), slug: `anunt-${index}`, publishedOn: `2025-0${1 + (index % 3)}-15` }),
      )
      if (index % 10 === 0) log.upsert(anAct({ id: String(index), number: index }))
      if (index % 25 === 0) log.remove({ noun: 'announcements', id: String(index - 3) })
      if (index % 40 === 0) await follow()
    }
    await follow()
    expect(town.bytes()).toEqual(await fresh())
  })
})

describe('the reconciler', () => {
  const run = () => reconcile({ readModel: town.readModel, files: town.files, publisher: town.publisher, assets: [] })

  it('finds nothing to do in a true folder', async () => {
    log.upsert(anAct({ id: '1', number: 45 }))
    await follow()
    expect(await run()).toMatchObject({ missing: 0, altered: 0, orphaned: 0, repaired: 0 })
  })

  it('mends pages that are missing, altered or beside a stale twin, and removes what belongs to nothing', async () => {
    log.upsert(anAct({ id: '1', number: 45 }))
    log.upsert(anAct({ id: '2', number: 46 }))
    await follow()
    const whole = town.bytes()
    const at = (file: string) => path.join(town.files.root, file)
    rmSync(at('hotarari/2025/45/index.html'))
    writeFileSync(at('hotarari/2025/46/index.html'), 'altceva')
    writeFileSync(at('index.html.br'), 'vechi')
    rmSync(at('hotarari/index.html.gz'))
    writeFileSync(at('orfan.html'), 'al nimănui')
    writeFileSync(at('hotarari/index.html.123-4.tmp'), 'neterminat')
    utimesSync(at('orfan.html'), 0, 0)
    expect(await run()).toMatchObject({ missing: 2, altered: 2, orphaned: 2 })
    expect(town.bytes()).toEqual(whole)
    expect(await run()).toMatchObject({ missing: 0, altered: 0, orphaned: 0, repaired: 0 })
  })
})
