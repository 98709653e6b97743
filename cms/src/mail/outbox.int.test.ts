import { createTransport } from 'nodemailer'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aFiling, file, keepFiledForms, putBytes } from '../../test/filing.ts'
import { openTestRecord, type TestRecord } from '../../test/record.ts'
import { openTownHall } from '../../test/town-hall.ts'
import { staffLetters } from '../staff/staff-letters.ts'
import { mailText } from './letters.ro.ts'
import { lettersInHand, lettersToMind, type Post, sendDueLetters } from './send-letters.job.ts'

let record: TestRecord
beforeAll(async () => {
  record = await openTestRecord()
  await keepFiledForms(record.pool)
  await record.payload.updateGlobal({
    slug: 'institution',
    data: { name: 'Comuna Săcălaz', townHallName: 'Primăria Săcălaz', councilName: 'Consiliul', county: 'Timiș' },
    overrideAccess: true,
  })
})

let post: Post
let server: SMTPServer
let received: { to: string[]; message: string }[] = []
/** What the server says to the next letter; null takes it. */
let verdict: () => (Error & { responseCode?: number }) | null | Promise<null> = () => null
const smtpError = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })

beforeEach(async () => {
  received = []
  verdict = () => null
  await record.pool.query('delete from avizier.outbox')
  const onData: SMTPServerOptions['onData'] = (stream, session, done) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', async () => {
      const fault = await verdict()
      if (!fault)
        received.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          message: Buffer.concat(chunks).toString('utf8'),
        })
      done(fault)
    })
  }
  server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], onData })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as { port: number }
  post = { transport: createTransport(`smtp://127.0.0.1:${port}`), from: 'registratura@sacalaz.example' }
})
afterEach(async () => {
  post.transport.close()
  await new Promise<void>((resolve) => server.close(() => resolve()))
})

/** A second on: the clock of Postgres counts finer than this one, and what it stored just now is due only after that. */
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000 + 1_000)
const letters = async () =>
  (await record.pool.query('select kind, state, attempts, last_answer from avizier.outbox order by id')).rows as {
    kind: string
    state: string
    attempts: number
    last_answer: string | null
  }[]
const headerOf = (message: string, name: string) =>
  new RegExp(`^${name}: (.*)$`, 'im').exec(message.replaceAll(/\r\n[ \t]+/g, ' '))?.[1]?.trim()

describe('a letter', () => {
  it('is sent over real SMTP, with the number and the code, once', async () => {
    const { body } = await file(record, aFiling())
    expect(await sendDueLetters(record.payload, post, later(0))).toBe(1)
    expect(await sendDueLetters(record.payload, post, later(60))).toBe(0)
    expect(received).toHaveLength(1)
    expect(received[0]?.to).toEqual(['ana.pop@example.com'])
    const text = decoded(received[0]?.message ?? '')
    expect(text).toContain(body.cod)
    expect(text).toContain(`${body.numar}/${body.data.split('-').reverse().join('.')}`)
    expect(text).toContain('OG nr. 27/2002')
    expect(await letters()).toMatchObject([{ kind: 'registered', state: 'sent', attempts: 1 }])
  })

  it('waits when the server says 451, and goes out at the next attempt', async () => {
    await file(record, aFiling())
    verdict = () => smtpError(451, 'Greylisted, try later')
    await sendDueLetters(record.payload, post, later(0))
    expect(await letters()).toMatchObject([
      { state: 'waiting', attempts: 1, last_answer: expect.stringContaining('451') },
    ])
    verdict = () => null
    expect(await sendDueLetters(record.payload, post, later(0.5))).toBe(0)
    expect(await sendDueLetters(record.payload, post, later(2))).toBe(1)
    expect(await letters()).toMatchObject([{ state: 'sent', attempts: 2 }])
    expect(received).toHaveLength(1)
  })

  it('waits while there is no server at all', async () => {
    await file(record, aFiling())
    const nowhere = { transport: createTransport('smtp://127.0.0.1:9'), from: post.from }
    await sendDueLetters(record.payload, nowhere, later(0))
    expect(await letters()).toMatchObject([{ state: 'waiting', attempts: 1 }])
  })

  it('is given up when the address will never be, and the clerk is told', async () => {
    await file(record, aFiling())
    verdict = () => smtpError(550, 'No such user')
    await sendDueLetters(record.payload, post, later(0))
    expect(await letters()).toMatchObject([{ state: 'failed', last_answer: expect.stringContaining('No such user') }])
    expect(await lettersInHand(record.payload)).toEqual({ isConfigured: false, waiting: 0, failed: 1 })
  })

  it('is not sent twice by two processes at once', async () => {
    for (let count = 0; count < 6; count++) await file(record, aFiling())
    await Promise.all([1, 2, 3].map(() => sendDueLetters(record.payload, post, later(0))))
    expect(received).toHaveLength(6)
    expect((await letters()).every(({ state, attempts }) => state === 'sent' && attempts === 1)).toBe(true)
  })

  it('that was sent but could not be noted is sent again after its lease, under the same name', async () => {
    await file(record, aFiling())
    // The outbox is out of reach once the server has the letter: the record can no longer note it, as after a crash.
    verdict = async () => {
      verdict = () => null
      await record.pool.query('alter table avizier.outbox rename to outbox_out_of_reach')
      return null
    }
    await expect(sendDueLetters(record.payload, post, later(0))).rejects.toThrow()
    await record.pool.query('alter table avizier.outbox_out_of_reach rename to outbox')
    expect(await sendDueLetters(record.payload, post, later(1))).toBe(0)
    expect(await sendDueLetters(record.payload, post, later(4))).toBe(1)
    expect(received).toHaveLength(2)
    const names = received.map(({ message }) => headerOf(message, 'Message-ID'))
    expect(names[0]).toBeTruthy()
    expect(names[1]).toBe(names[0])
  })

  it('that was refused is sent again to a better address, by who works on its entry', async () => {
    const hall = await openTownHall(record, 'retrimis')
    const { body } = await hall.register('registrar', { correspondentEmail: 'ion@exmaple.com' })
    verdict = () => smtpError(550, 'No such user')
    await sendDueLetters(record.payload, post, later(0))
    verdict = () => null
    const [{ id: letterId }] = (await record.pool.query("select id::int from avizier.outbox where state = 'failed'"))
      .rows
    expect(await lettersToMind(record.payload, { page: 1 })).toMatchObject([
      { id: letterId, kind: 'registered', state: 'failed', entryId: body.id, number: body.numar },
    ])
    const again = (who: 'stranger' | 'auditor' | 'registrar', given: object = {}) =>
      hall.step(who, body.id, 'sendLetterAgain', { letterId, ...given })
    expect((await again('stranger')).status).toBe(404)
    expect((await again('auditor')).status).toBe(403)
    expect((await again('registrar', { recipient: 'nu e adresă' })).status).toBe(422)
    expect((await again('registrar', { recipient: 'ion@example.com' })).status).toBe(200)
    expect((await again('registrar')).status).toBe(422)
    expect(await sendDueLetters(record.payload, post, later(1))).toBe(1)
    expect(received.map(({ to }) => to)).toEqual([['ion@example.com']])
    expect((await hall.entry(body.id))['correspondent_email']).toBe('ion@example.com')
    expect((await hall.events(body.id)).at(-1)).toMatchObject({
      kind: 'letterSentAgain',
      is_public: false,
      data: { to: 'ion@example.com', letter: 'registered' },
    })
  })

  it('carries the answer and its files', async () => {
    const hall = await openTownHall(record, 'anexe')
    const { file: paper } = await putBytes(record, 'răspuns semnat.pdf', Buffer.from('%PDF-1.4 semnat'))
    const { body } = await hall.register('registrar', {
      correspondentEmail: 'ion@example.com',
      departmentCode: 'urbanism-anexe',
    })
    const answer = { text: 'Se aprobă cererea.', outcome: 'favourable', files: [paper] }
    expect((await hall.step('head', body.id, 'draftAnswer', answer)).status).toBe(200)
    await hall.step('mayor', body.id, 'approveAnswer')
    expect((await hall.step('head', body.id, 'dispatch', { by: 'email' })).status).toBe(200)
    await sendDueLetters(record.payload, post, later(0))
    const message = received.at(-1)?.message ?? ''
    expect(message).toContain(Buffer.from('%PDF-1.4 semnat').toString('base64'))
    expect(message).toMatch(/filename/)
    expect(await letters()).toMatchObject([{ kind: 'registered' }, { kind: 'answered', state: 'sent' }])
  })

  it('goes to one address, whatever was written in the answers', async () => {
    const hall = await openTownHall(record)
    const { body } = await hall.register('registrar', { correspondentEmail: 'ion@example.com', kind: 'petition' })
    await hall.step('mayor', body.id, 'askCompletion', { what: 'Un plan\r\nBcc: spion@example.com\r\n\r\nAlt corp' })
    await sendDueLetters(record.payload, post, later(0))
    expect(received.map(({ to }) => to)).toEqual([['ion@example.com'], ['ion@example.com']])
    for (const { message } of received) expect(headerOf(message.split('\r\n\r\n')[0] ?? '', 'Bcc')).toBeUndefined()
  })
})

describe('a letter with a new password', () => {
  const forget = (email: string) => record.rest('POST', '/staff/forgot-password', { body: { email } })

  it('goes out by the same post, in Romanian, with a link that works, and leaves no link behind', async () => {
    const { email } = await record.signIn('clerk')
    const asked = await forget(email)
    expect(asked.status).toBe(200)
    const unknown = await forget('nimeni@sacalaz.example')
    expect([unknown.status, await unknown.json()]).toEqual([asked.status, await asked.json()])
    expect(await letters()).toMatchObject([{ kind: 'newPassword', state: 'waiting' }])
    expect(await sendDueLetters(record.payload, post, later(0), { staff: staffLetters })).toBe(1)
    expect(received.map(({ to }) => to)).toEqual([[email]])
    const message = received[0]?.message ?? ''
    expect(headerOf(message, 'From')).toContain(post.from)
    const text = decoded(message)
    expect(text).toContain('a cerut o parolă nouă')
    const token = /\/admin\/reset\/(\w+)/.exec(text)?.[1]
    const reset = await record.rest('POST', '/staff/reset-password', { body: { token, password: 'alta-parola-1' } })
    expect(reset.status).toBe(200)
    const { rows } = await record.pool.query('select data from avizier.outbox')
    expect(rows).toEqual([{ data: {} }])
  })

  it('that could not leave within its hour is given up, and never sent', async () => {
    const { email } = await record.signIn('clerk')
    await forget(email)
    verdict = () => smtpError(451, 'Later')
    await sendDueLetters(record.payload, post, later(0), { staff: staffLetters })
    verdict = () => null
    expect(await sendDueLetters(record.payload, post, later(61), { staff: staffLetters })).toBe(0)
    expect(received).toEqual([])
    expect(await letters()).toMatchObject([{ kind: 'newPassword', state: 'failed', last_answer: mailText.expired }])
  })
})

/** The text of a message, out of quoted-printable or base64. */
function decoded(message: string): string {
  const [head = '', ...rest] = message.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  if (/base64/i.test(headerOf(head, 'Content-Transfer-Encoding') ?? ''))
    return Buffer.from(body, 'base64').toString('utf8')
  const bytes = body
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
