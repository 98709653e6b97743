import { readdirSync } from 'node:fs'
import type { Server } from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aPetition, petition } from '../../test/petition.ts'
import { RecordStandIn } from '../../test/record-stand-in.ts'
import { anInstitution, ChangeLog } from '../../test/records.ts'
import { listening } from '../../test/server.ts'
import { openTown } from '../../test/town.ts'

const record = new RecordStandIn()
const log = new ChangeLog()
let town: Awaited<ReturnType<typeof openTown>>
let server: Server
let origin = ''

beforeAll(async () => {
  await record.open()
  town = await openTown()
  log.upsert(anInstitution())
  log.upsert(aPetition())
  await town.take(log.changes)
  server = await listening(town.folder, { recordAt: record.url })
  origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`
})
afterAll(async () => {
  server.close()
  await record.close()
})
beforeEach(() => {
  record.mood = 'well'
  record.refuses = null
})

const get = (address: string) => fetch(new URL(address, origin), { redirect: 'manual' })
const post = (address: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(new URL(address, origin), { method: 'POST', body, headers, redirect: 'manual' })
const send = (address: string, fields: Record<string, string>, headers = {}) =>
  post(address, new URLSearchParams(fields), headers)
const json = (key: string, answers: object = petition) =>
  post('/api/formulare/petitie', JSON.stringify({ key, answers }), { 'content-type': 'application/json' })
const location = (response: Response) => response.headers.get('location') ?? ''
const begin = async () => location(await get('/formulare/petitie/completeaza/'))
const filed = () => record.filed.at(-1)
const aPdf = Buffer.from('%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer <</Root 1 0 R>>\n%%EOF\n')
const formWith = (...files: [string, Buffer][]) => {
  const form = new FormData()
  for (const [name, bytes] of files) form.append('fisiere', new Blob([new Uint8Array(bytes)]), name)
  return form
}
/** Answers the first two pages and stands before the files. */
async function toFiles(): Promise<string> {
  const cine = await begin()
  const ce = location(await send(cine, { nume: petition.nume, email: petition.email, website: '' }))
  return location(await send(ce, { obiect: petition.obiect, descriere: petition.descriere }))
}

describe('a journey without a script', () => {
  it('goes page by page to the check and to the number', async () => {
    const cine = await begin()
    expect(cine).toMatch(/^\/formulare\/petitie\/completeaza\/[\w.-]+\/cine\/$/)
    const first = await (await get(cine)).text()
    expect(first).toContain('Întrebarea 1 din 3')
    const files = await toFiles()
    expect(files).toMatch(/\/dovezi\/$/)
    const check = location(await post(files, formWith(['', Buffer.alloc(0)])))
    expect(check).toMatch(/\/verifica-raspunsurile\/$/)
    const page = await (await get(check)).text()
    for (const word of Object.values(petition)) expect(page).toContain(word)
    const jeton = /name="jeton" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const done = location(await send('/api/formulare/petitie', { jeton }))
    expect(done).toMatch(/^\/formulare\/petitie\/depus\//)
    const confirmation = await get(done)
    expect(confirmation.headers.get('cache-control')).toBe('no-store')
    const text = await confirmation.text()
    expect(text).toContain('Cererea a fost înregistrată')
    expect(text).toContain('K7M4P-29QPX')
    expect(filed()).toMatchObject({ answers: petition, version: 1 })
    // Sent again, opened again, gone back to: it is the one that was filed.
    const count = record.filed.length
    expect(location(await send('/api/formulare/petitie', { jeton }))).toBe(done)
    expect(location(await get(check))).toBe(done)
    expect(record.filed).toHaveLength(count)
  })

  it('says what is wrong beside the field and above, and keeps what was typed', async () => {
    const cine = await begin()
    expect(location(await send(cine, { nume: 'Ana Pop', email: 'ana@' }))).toBe(cine)
    const page = await (await get(cine)).text()
    expect(page).toContain('<title>Eroare: Cine scrie?')
    expect(page).toMatch(/role="alert"[^>]*autofocus/)
    expect(page).toContain('href="#camp-email"')
    expect(page).toContain('aria-describedby="camp-email-eroare" aria-invalid="true"')
    for (const typed of ['value="Ana Pop"', 'value="ana@"']) expect(page).toContain(typed)
    expect(location(await send(cine, { nume: 'Ana Pop', telefon: '0722 000 100' }))).toMatch(/\/ce\/$/)
    expect(await (await get(cine)).text()).not.toContain('Eroare')
  })

  it('leads back without loss, and from a change to the check', async () => {
    const files = await toFiles()
    const ce = files.replace('/dovezi/', '/ce/')
    expect(await (await get(ce)).text()).toContain(petition.descriere)
    const changed = await send(`${ce}?schimba`, { obiect: 'Alt obiect', descriere: 'Alta' })
    expect(location(changed)).toMatch(/\/verifica-raspunsurile\/$/)
    expect(await (await get(location(changed))).text()).toContain('Alt obiect')
  })

  it('can be deleted, and then holds nothing', async () => {
    const files = await toFiles()
    await post(files, formWith(['a.pdf', aPdf]))
    const form = formWith()
    form.append('actiune', 'sterge')
    expect(location(await post(files, form))).toBe('/formulare/petitie/')
    const id = files.split('/')[4]?.slice(0, 22) ?? ''
    for (const folder of ['drafts', 'quarantine'])
      expect(readdirSync(path.join(town.folder, 'site/filings', folder)).join()).not.toContain(id)
  })

  it('allows its own script on its pages, and none on others', async () => {
    const policyOf = async (address: string) => (await get(address)).headers.get('content-security-policy')
    expect(await policyOf(await begin())).toContain("script-src 'self'")
    expect(await policyOf('/stare/')).not.toContain('script-src')
  })

  it('does not reach the check before its questions are answered', async () => {
    const cine = await begin()
    expect(location(await get(cine.replace('/cine/', '/verifica-raspunsurile/')))).toBe(cine)
  })

  it('goes on with the version it began with when the form was changed meanwhile', async () => {
    const cine = await begin()
    log.upsert(aPetition({ version: 2, title: 'Altă petiție', steps: aPetition().definition.steps.slice(0, 1) }))
    await town.take(log.after(town.readModel.cursor))
    const ce = location(await send(cine, { nume: 'Ana Pop', email: petition.email }))
    expect(ce).toMatch(/\/ce\/$/)
    const files = location(await send(ce, { obiect: 'x', descriere: 'y' }))
    const check = location(await post(files, formWith()))
    const jeton = check.split('/')[4] ?? ''
    expect((await send('/api/formulare/petitie', { jeton })).status).toBe(303)
    expect(filed()).toMatchObject({ version: 1 })
    log.upsert(aPetition())
    await town.take(log.after(town.readModel.cursor))
  })

  it('begins anew where the token is forged, of another form or too old', async () => {
    for (const token of ['x', 'A'.repeat(60), `${'A'.repeat(22)}.1.k0000000.${'A'.repeat(22)}`]) {
      const { status, headers } = await get(`/formulare/petitie/completeaza/${token}/cine/`)
      expect([status, headers.get('location')]).toEqual([303, '/formulare/petitie/completeaza/'])
    }
    expect((await get('/formulare/nimic/completeaza/')).status).toBe(404)
    expect((await get('/formulare/petitie/depus/x/')).status).toBe(404)
  })
})

describe('files', () => {
  it('are kept as they came and handed to the record under their fingerprint', async () => {
    const files = await toFiles()
    const check = location(await post(files, formWith(['țarină.pdf', aPdf])))
    expect(await (await get(check)).text()).toContain('țarină.pdf')
    const jeton = check.split('/')[4] ?? ''
    await send('/api/formulare/petitie', { jeton })
    const [file] = filed()?.files ?? []
    expect(file).toMatchObject({ name: 'țarină.pdf', mimeType: 'application/pdf', bytes: aPdf.length })
    expect(record.bytes.get(file?.sha256 ?? '')).toEqual(aPdf)
    expect(readdirSync(path.join(town.folder, 'site/filings/quarantine'))).not.toContain(jeton.slice(0, 22))
  })

  it.each([
    [
      'of the wrong kind',
      [['program.exe', Buffer.from('MZ...')]],
      'Adăugați fișiere PDF; JPG, PNG, TIFF, HEIC sau WebP.',
    ],
    ['that say one thing and are another', [['poza.jpg', aPdf]], 'Conținutul nu este ce spune numele'],
    [
      'PDFs that run a script',
      [['a.pdf', Buffer.from(aPdf.toString().replace('/Catalog', '/Catalog/OpenAction<</S/JavaScript/JS(1)>>'))]],
      'Fișierul PDF conține comenzi',
    ],
    ['too large', [['mare.pdf', Buffer.concat([aPdf, Buffer.alloc(200_000)])]], 'Un fișier este prea mare.'],
    [
      'too many',
      [
        ['a.pdf', aPdf],
        ['b.pdf', aPdf],
        ['c.pdf', aPdf],
      ],
      'Adăugați cel mult 2 fișiere.',
    ],
  ] as [string, [string, Buffer][], string][])('%s are not kept, and the page says why', async (_, given, sentence) => {
    const files = await toFiles()
    expect(location(await post(files, formWith(...given)))).toBe(files)
    const page = await (await get(files)).text()
    expect(page).toContain(sentence)
    expect(page).toContain('<title>Eroare: ')
  })

  it('can be taken out again', async () => {
    const files = await toFiles()
    await post(files, formWith(['a.pdf', aPdf]))
    const id = /value="(scoate:[^"]+)"/.exec(await (await get(files)).text())?.[1] ?? ''
    const form = formWith()
    form.append('actiune', id)
    expect(location(await post(files, form))).toBe(files)
    expect(await (await get(files)).text()).not.toContain('a.pdf')
  })
})

describe('POST /api/formulare/<slug>', () => {
  it('answers a program with 201, and the same key with the same', async () => {
    const first = await json('cheia-mea')
    expect(first.status).toBe(201)
    const body = await first.json()
    expect(body).toMatchObject({ numar: expect.any(Number), cod: 'K7M4P29QPX', provizoriu: false })
    expect(await (await json('cheia-mea')).json()).toEqual(body)
    expect((await json('cheia-mea', { ...petition, obiect: 'Altul' })).status).toBe(409)
  })

  it('clicked twenty times at once files once', async () => {
    const before = record.filed.length
    const answers = await Promise.all(Array.from({ length: 20 }, async () => (await json('douăzeci')).text()))
    expect(new Set(answers).size).toBe(1)
    expect(record.filed).toHaveLength(before + 1)
  })

  it('tells every fault to a program', async () => {
    const response = await json('fără nume', { email: 'ana@' })
    expect(response.status).toBe(422)
    const { erori } = (await response.json()) as { erori: { camp: string; mesaj: string }[] }
    expect(erori.map(({ camp }) => camp)).toEqual(['nume', 'email', 'obiect', 'descriere'])
    expect(erori[0]?.mesaj).toBe('Scrieți numele și prenumele.')
  })

  it('takes a form that posts everything at once, urlencoded or multipart, and marks it for a look', async () => {
    const plain = await send('/api/formulare/petitie', petition)
    expect([plain.status, location(plain)]).toEqual([303, expect.stringMatching(/\/depus\//)])
    expect((await get(location(plain))).status).toBe(200)
    expect(filed()?.review).toContain('no-token')
    const form = formWith(['a.pdf', aPdf])
    for (const [name, value] of Object.entries(petition)) form.append(name, value)
    expect((await post('/api/formulare/petitie', form)).status).toBe(303)
    expect(filed()?.files).toHaveLength(1)
  })

  it('takes everything at once under the token of a page, files included, once', async () => {
    const form = () => {
      const filled = formWith(['a.pdf', aPdf])
      for (const [name, value] of Object.entries({ ...petition, jeton })) filled.append(name, value)
      return filled
    }
    const jeton = (await begin()).split('/')[4] ?? ''
    const before = record.filed.length
    const first = await post('/api/formulare/petitie', form())
    expect(location(first)).toBe(`/formulare/petitie/depus/${jeton}/`)
    expect(location(await post('/api/formulare/petitie', form()))).toBe(location(first))
    expect(record.filed).toHaveLength(before + 1)
    expect(filed()).toMatchObject({ files: [{ name: 'a.pdf' }] })
  })

  it('shows a person the page that lacks something, with all that was sent', async () => {
    const response = await send('/api/formulare/petitie', { ...petition, email: '' }, { accept: 'text/html' })
    expect(response.status).toBe(422)
    const page = await response.text()
    expect(page).toContain('Scrieți o adresă de e-mail sau un telefon.')
    expect(page).toContain('value="Ana Pop"')
    const machine = await send('/api/formulare/petitie', { ...petition, email: '' })
    expect([machine.status, await machine.json()]).toMatchObject([422, { erori: [{ camp: 'email' }] }])
  })

  it('marks what is too fast or took the bait, and files it', async () => {
    const cine = await begin()
    await send(cine, { nume: 'Bot', email: 'b@b.example', website: 'http://spam' })
    await send(cine.replace('/cine/', '/ce/'), { obiect: 'x', descriere: 'y' })
    expect((await send('/api/formulare/petitie', { jeton: cine.split('/')[4] ?? '' })).status).toBe(303)
    expect(filed()?.review).toEqual(expect.arrayContaining(['too-fast', 'bait-taken']))
  })

  it.each([
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
    ['from another origin', { origin: 'https://altul.example' }],
  ])('refuses a post %s', async (_, headers) => {
    const before = record.filed.length
    expect((await send('/api/formulare/petitie', petition, headers)).status).toBe(403)
    expect(record.filed).toHaveLength(before)
  })

  it.each([
    ['ten megabytes of text', 'x'.repeat(10_000_000), 413],
    ['half a JSON', '{"key": "a", "ans', 422],
    ['no answers', '{"key": "a"}', 422],
    ['no key', JSON.stringify({ answers: petition }), 422],
    [
      'files that never came',
      JSON.stringify({ key: 'f', answers: { ...petition, fisiere: [{ id: 'a', name: 'a.pdf', bytes: 3 }] } }),
      422,
    ],
  ])('refuses %s in a Romanian sentence', async (_, body, status) => {
    const response = await post('/api/formulare/petitie', body, { 'content-type': 'application/json' })
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ erori: [{ mesaj: expect.stringMatching(/^\p{Lu}.*\.$/u) }] })
  })

  it('knows no other form and no other method', async () => {
    expect((await send('/api/formulare/nimic', petition)).status).toBe(404)
    expect((await get('/api/formulare/petitie')).status).toBe(405)
  })

  it('says what the record says', async () => {
    record.refuses = { status: 422, erori: [{ camp: 'nume', mesaj: 'Scrieți numele.' }] }
    expect(await (await json('refuzată')).json()).toMatchObject({ erori: record.refuses.erori })
    record.refuses = null
    expect((await json('refuzată')).status).toBe(201)
  })
})

describe('while the record is away', () => {
  it.each(['ill', 'silent'] as const)(
    '(%s) a filing is kept, named and registered later, once and in order',
    async (mood) => {
      record.mood = mood
      const before = record.filed.length
      const began = performance.now()
      const first = await json(`întâia ${mood}`)
      expect(performance.now() - began).toBeLessThan(2_000)
      expect(await first.json()).toMatchObject({
        numar: expect.stringMatching(/^P-\w{4}-\w{4}$/),
        cod: null,
        provizoriu: true,
      })
      const done = location(await send('/api/formulare/petitie', petition))
      const page = await (await get(done)).text()
      expect(page).toContain('Numărul de înregistrare vine în curând')
      record.mood = 'well'
      await expect.poll(() => record.filed.length, { timeout: 15_000 }).toBe(before + 2)
      await expect.poll(async () => (await get(done)).text(), { timeout: 5_000 }).toContain('K7M4P-29QPX')
      const [one, two] = record.filed.slice(-2)
      expect((one?.receivedAt ?? '') <= (two?.receivedAt ?? '')).toBe(true)
      expect(await (await json(`întâia ${mood}`)).json()).toMatchObject({ numar: before + 1, provizoriu: false })
      expect(record.filed).toHaveLength(before + 2)
    },
  )

  it('and then refuses what was acknowledged, the filing is kept for a person', async () => {
    record.mood = 'ill'
    const done = location(await send('/api/formulare/petitie', petition))
    record.refuses = { status: 422, erori: [{ camp: '', mesaj: 'Nu.' }] }
    record.mood = 'well'
    await expect.poll(async () => (await get(done)).text(), { timeout: 15_000 }).toContain('înregistrează un om')
    // The answer is on the disk a moment before the filing has left the line.
    await expect
      .poll(async () => (await get('/api/health')).json())
      .toMatchObject({ parts: { filings: { waiting: 0, setAside: 1 } } })
    expect(readdirSync(path.join(town.folder, 'site/filings/set-aside'))).toHaveLength(1)
  })
})

describe('/stare', () => {
  const pair = { numar: '1', cod: 'K7M4P29QPX' }
  it('answers a program', async () => {
    const response = await post('/api/stare', JSON.stringify(pair), { 'content-type': 'application/json' })
    expect([response.status, await response.json()]).toMatchObject([200, { numar: 1, stadiu: 'În lucru' }])
  })

  it('answers every wrong pair alike', async () => {
    const wrong = [
      '{"numar":1,"cod":"x"}',
      '{"numar":9,"cod":"K7M4P29QPX"}',
      '{}',
      'null',
      '{',
      '{"numar":{},"cod":[]}',
      'x'.repeat(20_000),
    ]
    const answers = await Promise.all(
      wrong.map(async (body) => {
        const response = await post('/api/stare', body, { 'content-type': 'application/json' })
        return `${response.status} ${await response.text()}`
      }),
    )
    expect([...new Set(answers)]).toEqual([expect.stringMatching(/^404 /)])
  })

  it('shows a person where it is, and takes the number from the address of a receipt', async () => {
    expect(await (await get('/stare/?numar=1')).text()).toContain('value="1"')
    const page = await (await send('/stare/', pair)).text()
    expect(page).toContain('Documentul este în lucru la urbanism')
    expect(page).toContain('class="term"')
    const wrong = await send('/stare/', { numar: '1', cod: 'x' })
    expect(wrong.status).toBe(404)
    expect(await wrong.text()).toContain('<title>Eroare: ')
  })

  it('tells the record a digest of the address, never the address', async () => {
    await send('/stare/', pair)
    expect(record.asked.at(-1)?.adresa).toMatch(/^[\w-]{43}$/)
  })

  it('says so when the record is away', async () => {
    record.mood = 'ill'
    const response = await send('/stare/', pair)
    expect([response.status, await response.text()]).toEqual([
      503,
      expect.stringContaining('Registrul nu răspunde acum'),
    ])
  })
})
