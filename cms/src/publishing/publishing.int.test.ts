import { beforeAll, describe, expect, it } from 'vitest'
import { aForm } from '../../test/forms.ts'
import { anAct, anAnnouncement, openTestRecord, type TestRecord } from '../../test/record.ts'
import { type Role, roles } from '../staff/roles.ts'
import { publishWhatIsDue } from './due-publications.job.ts'
import { publishingMessages } from './publishing.ro.ts'

let record: TestRecord
const sessions = new Map<Role, string>()

beforeAll(async () => {
  record = await openTestRecord()
  for (const role of roles) sessions.set(role, (await record.signIn(role)).token)
})

const lastChange = async (noun: string, id: number | string) =>
  (
    await record.pool.query(
      `select op, record from avizier.changes where noun = $1 and id = $2 order by position desc limit 1`,
      [noun, String(id)],
    )
  ).rows[0]

const newest = (noun: string, given: object) =>
  ({
    acts: anAct(given as never),
    announcements: anAnnouncement(given as never),
    documents: { title: `Buget ${Math.random()}`, type: 'budget', documentOn: '2025-02-01', ...given },
    pages: { title: `Pagină ${Math.random()}`, section: 'townHall', ...given },
    forms: aForm(given as never),
  })[noun]

describe('who may do what', () => {
  const nouns = ['acts', 'announcements', 'documents', 'pages', 'forms'] as const
  const prepare: Record<(typeof nouns)[number], Role[]> = {
    acts: ['clerk', 'departmentHead', 'generalSecretary', 'editor'],
    announcements: ['clerk', 'departmentHead', 'generalSecretary', 'mayor', 'deputyMayor', 'editor'],
    documents: ['clerk', 'departmentHead', 'generalSecretary', 'editor'],
    pages: ['generalSecretary', 'editor'],
    forms: ['clerk', 'departmentHead', 'generalSecretary', 'editor'],
  }
  const publish: Record<(typeof nouns)[number], Role[]> = {
    acts: ['generalSecretary'],
    announcements: ['generalSecretary', 'mayor', 'editor'],
    documents: ['generalSecretary', 'editor'],
    pages: ['generalSecretary', 'editor'],
    forms: ['generalSecretary', 'editor'],
  }
  const actors: (Role | 'anybody')[] = [...roles, 'anybody']
  const table = nouns.flatMap((noun) => actors.map((actor) => [noun, actor] as const))
  const as = (actor: Role | 'anybody') => (actor === 'anybody' ? {} : { token: sessions.get(actor) ?? '' })

  it.each(table)('%s: %s', async (noun, actor) => {
    const may = {
      prepare: actor !== 'anybody' && prepare[noun].includes(actor),
      publish: actor !== 'anybody' && publish[noun].includes(actor),
    }
    const draft = await record.payload.create({ collection: noun, data: newest(noun, { _status: 'draft' }) as never })
    const published = await record.payload.create({
      collection: noun,
      data: newest(noun, { _status: 'published' }) as never,
    })
    const isStaff = actor !== 'anybody'

    const reads = await Promise.all([
      record.rest('GET', `/${noun}/${draft.id}`, as(actor)),
      record.rest('GET', `/${noun}/${published.id}`, as(actor)),
    ])
    expect(reads.map(({ status }) => status)).toEqual([isStaff ? 200 : 404, 200])
    expect((await record.rest('GET', `/${noun}/${published.id}?draft=true`, as(actor))).status).toBe(200)
    expect((await record.rest('GET', `/${noun}/versions`, as(actor))).status).toBe(isStaff ? 200 : 403)

    const created = await record.rest('POST', `/${noun}?draft=true`, {
      ...as(actor),
      body: newest(noun, { _status: 'draft' }),
    })
    expect(created.status).toBe(may.prepare ? 201 : 403)
    const updated = await record.rest('PATCH', `/${noun}/${draft.id}?draft=true`, {
      ...as(actor),
      body: { title: 'Titlu schimbat', _status: 'draft' },
    })
    expect(updated.status).toBe(may.prepare ? 200 : 403)
    const made = await record.rest('PATCH', `/${noun}/${draft.id}`, { ...as(actor), body: { _status: 'published' } })
    expect(made.status).toBe(may.publish ? 200 : 403)
    const deleted = await record.rest('DELETE', `/${noun}/${published.id}`, as(actor))
    expect(deleted.status).toBe(noun === 'acts' && may.publish ? 409 : may.publish ? 200 : 403)
  })

  it.each(actors)('staff, journal and files: %s', async (actor) => {
    const isAdmin = actor === 'admin'
    const mayAudit = ['admin', 'generalSecretary', 'mayor', 'auditor'].includes(actor)
    const person = {
      name: 'Nou',
      email: `nou-${actor}@sacalaz.example`,
      password: 'parola-de-test-1',
      roles: ['clerk'],
    }
    expect((await record.rest('POST', '/staff', { ...as(actor), body: person })).status).toBe(isAdmin ? 201 : 403)
    expect((await record.rest('GET', '/audit', as(actor))).status).toBe(mayAudit ? 200 : 403)
    expect((await record.rest('POST', '/audit', { ...as(actor), body: {} })).status).toBe(403)
    expect((await record.rest('GET', '/files', as(actor))).status).toBe(actor === 'anybody' ? 403 : 200)
    expect(
      (
        await record.rest('POST', '/globals/institution', {
          ...as(actor),
          body: { name: 'Comuna X', townHallName: 'P', councilName: 'C', county: 'T' },
        })
      ).status,
    ).toBe(['admin', 'generalSecretary'].includes(actor) ? 200 : 403)
  })

  it('nobody raises their own roles, and the last administrator stays', async () => {
    const clerk = await record.signIn('clerk')
    await record.rest('PATCH', `/staff/${clerk.id}`, { token: clerk.token, body: { roles: ['admin'] } })
    const { roles: held } = await record.payload.findByID({ collection: 'staff', id: clerk.id })
    expect(held).toEqual(['clerk'])
    const { docs } = await record.payload.find({ collection: 'staff', where: { roles: { in: ['admin'] } } })
    expect(docs).toHaveLength(1)
    const admin = docs[0]
    const response = await record.rest('PATCH', `/staff/${admin?.id}`, {
      token: sessions.get('admin') ?? '',
      body: { roles: [] },
    })
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('ultimul administrator')
  })
})

describe('publishing several at once', () => {
  it('makes all of them live in one action', async () => {
    const drafts = await Promise.all(
      Array.from({ length: 20 }, () =>
        record.payload.create({ collection: 'announcements', data: anAnnouncement({ _status: 'draft' }) as never }),
      ),
    )
    const ids = drafts.map(({ id }) => id)
    const query = ids.map((id, index) => `where[id][in][${index}]=${id}`).join('&')
    const response = await record.rest('PATCH', `/announcements?${query}&draft=true&limit=0`, {
      token: sessions.get('editor') ?? '',
      body: { _status: 'published' },
    })
    expect(response.status).toBe(200)
    for (const id of ids) expect((await lastChange('announcements', id)).op).toBe('upsert')
  })

  it('names the one that is refused and leaves no half of it', async () => {
    const good = await record.payload.create({
      collection: 'announcements',
      data: anAnnouncement({ _status: 'draft' }) as never,
    })
    const bad = await record.payload.create({
      collection: 'announcements',
      data: anAnnouncement({ _status: 'draft', lead: 'CNP 1800101350018' }) as never,
    })
    const response = await record.rest(
      'PATCH',
      `/announcements?where[id][in][0]=${good.id}&where[id][in][1]=${bad.id}&draft=true`,
      {
        token: sessions.get('editor') ?? '',
        body: { _status: 'published' },
      },
    )
    const answer = (await response.json()) as { errors: { id: number; message: string }[] }
    expect(answer.errors.map(({ id }) => id)).toEqual([bad.id])
    expect(await lastChange('announcements', bad.id)).toBeUndefined()
  })
})

describe('the schedule', () => {
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()

  it('publishes and takes down when the time has come, and not before', async () => {
    const draft = await record.payload.create({
      collection: 'announcements',
      data: anAnnouncement({ _status: 'draft', publishAt: inMinutes(5), takeDownAt: inMinutes(60) }) as never,
    })
    await publishWhatIsDue(record.payload, new Date())
    expect(await lastChange('announcements', draft.id)).toBeUndefined()
    await publishWhatIsDue(record.payload, new Date(inMinutes(6)))
    expect((await lastChange('announcements', draft.id)).op).toBe('upsert')
    await publishWhatIsDue(record.payload, new Date(inMinutes(61)))
    expect((await lastChange('announcements', draft.id)).op).toBe('remove')
  })

  it('refuses to end before it starts, at the field, also for a draft', async () => {
    const response = await record.rest('POST', '/announcements?draft=true', {
      token: sessions.get('editor') ?? '',
      body: anAnnouncement({ _status: 'draft', publishAt: inMinutes(60), takeDownAt: inMinutes(5) }),
    })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      errors: [{ data: { errors: [{ path: 'takeDownAt', message: publishingMessages['take-down-before-publish'] }] } }],
    })
  })
})

describe('an address', () => {
  it('is made from the title, kept unique, and remembered when it changes', async () => {
    const page = await record.payload.create({
      collection: 'pages',
      data: { title: 'Program și contact', section: 'townHall', _status: 'published' } as never,
    })
    expect(page.slug).toBe('program-si-contact')
    await record.payload.update({
      collection: 'pages',
      id: page.id,
      data: { slug: 'contact', _status: 'published' } as never,
    })
    expect((await lastChange('pages', page.id)).record).toMatchObject({
      slug: 'contact',
      formerSlugs: ['program-si-contact'],
    })
    await expect(
      record.payload.create({
        collection: 'pages',
        data: { title: 'Contact', section: 'townHall', _status: 'published' } as never,
      }),
    ).rejects.toThrow()
  })

  it('of the site itself is refused', async () => {
    await expect(
      record.payload.create({
        collection: 'pages',
        data: { title: 'Anunțuri', section: 'site', _status: 'published' } as never,
      }),
    ).rejects.toMatchObject({
      data: { errors: [{ path: 'slug', message: publishingMessages['slug-reserved'] }] },
    })
  })
})

describe('a preview', () => {
  it('shows the draft to whoever holds the link, until it expires', async () => {
    const { signPreview } = await import('../preview/preview-token.ts')
    const draft = await record.payload.create({
      collection: 'announcements',
      data: anAnnouncement({ _status: 'draft', title: 'Numai ciornă' }) as never,
    })
    const token = (ms: number) =>
      signPreview(
        { noun: 'announcements', id: String(draft.id), expiresAt: new Date(Date.now() + ms).toISOString() },
        record.payload.secret,
      )
    const good = await record.rest('GET', `/preview/${token(60_000)}`)
    expect(await good.json()).toMatchObject({ record: { title: 'Numai ciornă', noun: 'announcements' } })
    expect((await record.rest('GET', `/preview/${token(-1)}`)).status).toBe(404)
    expect((await record.rest('GET', `/preview/${token(60_000).slice(0, -2)}xx`)).status).toBe(404)
  })
})
