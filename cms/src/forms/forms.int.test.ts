import { createLocalReq, initTransaction, killTransaction } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { aForm, at } from '../../test/forms.ts'
import { openTestRecord, type TestRecord } from '../../test/record.ts'
import { Change } from '../changes/contract.ts'
import { PublicForm } from './contract.ts'
import { currentForm, formVersion } from './form-versions.action.ts'
import { definitionMessages, terms } from './forms-admin.ro.ts'
import { parseAnswers } from './parse-answers.ts'

let record: TestRecord

beforeAll(async () => {
  record = await openTestRecord()
  await record.payload.updateGlobal({
    slug: 'institution',
    data: {
      name: 'Comuna Săcălaz',
      townHallName: 'Primăria Săcălaz',
      councilName: 'Consiliul Local',
      county: 'Timiș',
      villages: [{ name: 'Săcălaz' }, { name: 'Beregsău Mic' }],
    } as never,
  })
})

const create = (given: Record<string, unknown> = {}) =>
  record.payload.create({ collection: 'forms', data: aForm(given) as never })
const update = (id: number | string, data: object) =>
  record.payload.update({ collection: 'forms', id, data: data as never })
const kept = async (id: number | string) =>
  (
    await record.pool.query(
      'select slug, version, definition from avizier.form_versions where form_id = $1 order by slug, version',
      [String(id)],
    )
  ).rows as { slug: string; version: number; definition: PublicForm['definition'] }[]
const versionsOf = async (id: number | string) => (await kept(id)).map(({ slug, version }) => `${slug} ${version}`)
const lastChange = async (id: number | string) => {
  const { rows } = await record.pool.query(
    `select op, noun, id, revision, at, position, record from avizier.changes
     where noun = 'forms' and id = $1 order by position desc limit 1`,
    [String(id)],
  )
  return Change.parse({ ...rows[0], position: Number(rows[0].position), at: rows[0].at.toISOString() })
}

describe('publishing a form', () => {
  it('tells the public the whole definition, with names, the town and the usual sentence filled in', async () => {
    const form = await create({ title: 'Cerere de copii', slug: 'cerere-de-copii' })
    const change = await lastChange(form.id)
    if (change.op !== 'upsert') throw new Error('It is published')
    const { definition, slug } = PublicForm.parse(change.record)
    expect(slug).toBe('cerere-de-copii')
    expect(definition).toMatchObject({
      version: 1,
      term: { key: 'petition.answer', sentence: terms['petition.answer'].sentence },
      notice: { controller: 'Primăria Săcălaz' },
    })
    expect(definition.steps.map(({ name, fields }) => [name, fields.map((field) => field.name)])).toEqual([
      ['cine_face_cererea', ['calitatea', 'denumirea', 'adresa']],
      ['ce_act_cautati', ['descrierea_actului']],
    ])
    expect(definition.steps[0]?.fields[2]).toMatchObject({ villages: ['Săcălaz', 'Beregsău Mic'] })
    const answers = { calitatea: 'persoana_fizica', 'adresa.localitate': 'Săcălaz', 'adresa.numar': '3' }
    expect(parseAnswers(definition, { ...answers, descrierea_actului: 'Titlul din 1948' }, at).kind).toBe('accepted')
  })

  it('keeps a new version when what it says changed, and none when it did not', async () => {
    const form = await create({ title: 'Versiuni', slug: 'versiuni' })
    await update(form.id, { order: 3, _status: 'published' })
    await update(form.id, { lead: 'Altă propoziție.', _status: 'published' })
    await update(form.id, { lead: 'Altă propoziție.', _status: 'published' })
    expect(await versionsOf(form.id)).toEqual(['versiuni 1', 'versiuni 2'])
    expect(await lastChange(form.id)).toMatchObject({
      record: { definition: { version: 2, lead: 'Altă propoziție.' } },
    })
  })

  it('leaves the version a page was opened with as it was', async () => {
    const form = await create({ title: 'Deschisă', slug: 'deschisa' })
    await update(form.id, {
      steps: [{ title: 'Altceva?', fields: [{ label: 'Altceva', type: 'text' }] }],
      _status: 'published',
    })
    const req = await createLocalReq({}, record.payload)
    const first = await formVersion(req, { slug: 'deschisa', version: 1 })
    expect(first?.steps.map(({ name }) => name)).toEqual(['cine_face_cererea', 'ce_act_cautati'])
    expect((await formVersion(req, { slug: 'deschisa', version: 2 }))?.steps).toHaveLength(1)
    expect((await currentForm(req, 'deschisa'))?.version).toBe(2)
  })

  it('knows no version that never was', async () => {
    const req = await createLocalReq({}, record.payload)
    for (const version of [0, -1, 3, 1.5, Number.NaN, Number.MAX_SAFE_INTEGER, '1; drop table x' as never])
      expect(await formVersion(req, { slug: 'deschisa', version })).toBeNull()
    expect(await formVersion(req, { slug: "' or true --", version: 1 })).toBeNull()
  })

  it('keeps nothing of a draft, also of a draft over what is published', async () => {
    const form = await record.payload.create({
      collection: 'forms',
      data: aForm({ slug: 'ciorna', _status: 'draft' }) as never,
      draft: true,
    })
    expect(await versionsOf(form.id)).toEqual([])
    await update(form.id, { _status: 'published' })
    await record.payload.update({
      collection: 'forms',
      id: form.id,
      data: { lead: 'În lucru.', _status: 'draft' } as never,
      draft: true,
    })
    expect(await versionsOf(form.id)).toEqual(['ciorna 1'])
  })

  it('is all or nothing: a save that is undone leaves no version', async () => {
    const req = await createLocalReq({}, record.payload)
    await initTransaction(req)
    const form = await record.payload.create({ collection: 'forms', data: aForm() as never, req })
    expect(await formVersion(req, { slug: form.slug ?? '', version: 1 })).not.toBeNull()
    await killTransaction(req)
    expect(await versionsOf(form.id)).toEqual([])
  })

  it('gives ten editors at once ten versions in a row, and the public the last of them', async () => {
    const form = await create({ title: 'Mulți', slug: 'multi' })
    await Promise.all(
      Array.from({ length: 10 }, (_, index) => update(form.id, { lead: `Redactorul ${index}`, _status: 'published' })),
    )
    const versions = await kept(form.id)
    expect(versions.map(({ version }) => version)).toEqual(Array.from({ length: 11 }, (_, index) => index + 1))
    const stored = await record.payload.findByID({ collection: 'forms', id: form.id })
    expect(versions.at(-1)?.definition.lead).toBe(stored.lead)
    expect(await lastChange(form.id)).toMatchObject({ record: { definition: { version: 11, lead: stored.lead } } })
  })

  it('counts on under a new address, and never gives (address, version) to two things', async () => {
    const form = await create({ title: 'Mutat', slug: 'vechi' })
    await update(form.id, { slug: 'nou', _status: 'published' })
    expect(await versionsOf(form.id)).toEqual(['nou 2', 'vechi 1'])
    const other = await create({ title: 'Urmaș', slug: 'vechi' })
    expect(await versionsOf(other.id)).toEqual(['vechi 2'])
    const req = await createLocalReq({}, record.payload)
    expect((await formVersion(req, { slug: 'vechi', version: 1 }))?.title).toBe('Mutat')
    expect((await currentForm(req, 'vechi'))?.title).toBe('Urmaș')
  })

  it('lets one of two forms have an address', async () => {
    const outcomes = await Promise.allSettled([create({ slug: 'disputat' }), create({ slug: 'disputat' })])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('that is taken down is filled in no more, but its versions stay', async () => {
    const form = await create({ slug: 'retras' })
    await update(form.id, { _status: 'draft' })
    const req = await createLocalReq({}, record.payload)
    expect(await lastChange(form.id)).toMatchObject({ op: 'remove' })
    expect(await currentForm(req, 'retras')).toBeNull()
    await record.payload.delete({ collection: 'forms', id: form.id })
    expect(await formVersion(req, { slug: 'retras', version: 1 })).not.toBeNull()
  })

  it.each([
    "update avizier.form_versions set definition = '{}'",
    'delete from avizier.form_versions',
    'truncate avizier.form_versions',
  ])('cannot be undone behind its back: %s', async (statement) => {
    await expect(record.pool.query(statement)).rejects.toThrow('kept as it was')
  })
})

describe('what the public interface shows', () => {
  it('is what is published, and nothing of drafts', async () => {
    const hidden = await record.payload.create({
      collection: 'forms',
      data: aForm({ title: 'Ascuns', _status: 'draft' }) as never,
      draft: true,
    })
    const shown = await create({ title: 'Arătat', lead: 'De publicat' })
    await record.payload.update({
      collection: 'forms',
      id: shown.id,
      data: { lead: 'Ciorna secretă', _status: 'draft' } as never,
      draft: true,
    })
    const list = async (query: string) => (await record.rest('GET', `/forms?limit=0&depth=0${query}`)).text()
    expect(await list('')).toContain('De publicat')
    for (const query of ['', '&draft=true', '&where[_status][equals]=draft&draft=true'])
      expect(await list(query)).not.toMatch(/Ascuns|Ciorna secretă/)
    expect((await record.rest('GET', `/forms/${hidden.id}`)).status).toBe(404)
    expect((await record.rest('GET', `/forms/versions?where[parent][equals]=${shown.id}`)).status).toBe(403)
  })
})

describe('a clerk is told at the field', () => {
  const field = (given: object) => ({ label: 'Întrebarea', type: 'text', ...given })
  const steps = (...fields: object[]) => ({ steps: [{ title: 'Pagina', fields }] })
  it.each([
    ['no pages', { steps: [] }, 'steps', 'no-steps'],
    ['an empty page', { steps: [{ title: 'Pagina', fields: [] }] }, 'steps.0.fields', 'step-empty'],
    ['a name twice', steps(field({ name: 'nume' }), field({ name: 'nume' })), 'steps.0.fields.1.name', 'name-doubled'],
    ['a reserved name', steps(field({ name: 'altcha' })), 'steps.0.fields.0.name', 'name-reserved'],
    ['a malformed name', steps(field({ name: 'Număr-1' })), 'steps.0.fields.0.name', 'name-malformed'],
    ['a choice of nothing', steps(field({ type: 'choice' })), 'steps.0.fields.0.options', 'options-missing'],
    [
      'a condition on a later question',
      steps(field({ name: 'unu', showIf: { rules: [{ field: 'doi', is: 'answered' }] } }), field({ name: 'doi' })),
      'steps.0.fields.0.showIf.rules.0.field',
      'rule-field-later',
    ],
    [
      'a condition on no question',
      steps(field({ showIf: { rules: [{ field: 'nicaieri', is: 'answered' }] } })),
      'steps.0.fields.0.showIf.rules.0.field',
      'rule-field-unknown',
    ],
    [
      'a group of strangers',
      { ...steps(field({ name: 'unu' })), atLeastOne: [{ fields: ['unu', 'doi'], sentence: 'Unul.' }] },
      'atLeastOne.0.fields',
      'group-field-unknown',
    ],
    [
      'a paper without its question',
      { ...steps(field({ name: 'unu' })), documents: [{ label: 'Buletinul', field: 'unu' }] },
      'documents.0.field',
      'document-field-unknown',
    ],
    ['a personal number', { lead: 'Sunați-l pe 1800101350018.' }, 'lead', 'personal-data'],
  ] as const)('about %s', async (_, given, path, code) => {
    const { token } = await record.signIn('editor')
    const response = await record.rest('POST', '/forms', { token, body: aForm(given as never) })
    expect(response.status).toBe(400)
    const { errors } = (await response.json()) as { errors: { data: { errors: object[] } }[] }
    expect(errors[0]?.data.errors).toContainEqual(expect.objectContaining({ path, message: definitionMessages[code] }))
  })

  it('but may save an unfinished draft', async () => {
    const { token } = await record.signIn('clerk')
    const body = aForm({ steps: [{ title: 'Goală', fields: [] }], _status: 'draft' })
    expect((await record.rest('POST', '/forms?draft=true', { token, body })).status).toBe(201)
  })
})

describe('a preview', () => {
  it('shows an unfinished form with its gaps marked', async () => {
    const { signPreview } = await import('../preview/preview-token.ts')
    const draft = await record.payload.create({
      collection: 'forms',
      data: { title: 'Abia început', _status: 'draft' } as never,
      draft: true,
    })
    const expiresAt = new Date(Date.now() + 60_000).toISOString()
    const token = signPreview({ noun: 'forms', id: String(draft.id), expiresAt }, record.payload.secret)
    const response = await record.rest('GET', `/preview/${token}`)
    const { record: shown } = (await response.json()) as { record: unknown }
    expect(PublicForm.parse(shown)).toMatchObject({
      title: 'Abia început',
      definition: { department: '(de completat)' },
    })
  })
})
