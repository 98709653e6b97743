import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { followed } from '../../test/followed.ts'
import { changesToken } from '../../test/record.ts'
import type { OpenedPayment } from './contract.ts'
import { faultOf } from './fault-of.ts'
import { SandboxGateway } from './sandbox/sandbox-gateway.ts'
import { newKeys } from './sandbox/sandbox-keys.ts'

const cnp = '1800101350018'
const payer = { name: 'Ana Secretă', email: 'ana.secreta@example.com' }
const secret = 'test-secret-test-secret-test-secret'

it("says what went wrong with payments, and nobody's name, number, code or key", { timeout: 120_000 }, async () => {
  const database = `t${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: `${process.env['TEST_POSTGRES']}/postgres` })
  await admin.connect()
  await admin.query(`create database ${database}`)
  await admin.end()
  const url = `${process.env['TEST_POSTGRES']}/${database}`
  const keys = newKeys()
  const gateway = new SandboxGateway({ keys, pace: 0.01 })
  await gateway.listen(0)
  const record = spawn(process.execPath, ['test/payment-record.ts'], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    env: {
      ...process.env,
      DATABASE_URL: url,
      DATA_DIR: mkdtempSync(path.join(os.tmpdir(), 'avizier-logs-')),
      PAYLOAD_SECRET: secret,
      CHANGES_TOKEN: changesToken,
      PAYLOAD_LOG_LEVEL: 'trace',
      GATEWAY: gateway.address,
      SITE: 'http://127.0.0.1:9',
      KEYS: JSON.stringify(keys),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void record.kill('SIGKILL'))
  let said = ''
  for (const stream of [record.stdout, record.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text))
  while (!/port \d+/.test(said)) await pause(50)
  const address = `http://127.0.0.1:${/port (\d+)/.exec(said)?.[1]}/api/payments`
  const send = (where: string, body: string, headers: Record<string, string> = {}) =>
    fetch(address + where, { method: 'POST', body, headers: { authorization: `Bearer ${changesToken}`, ...headers } })
  const request = () =>
    JSON.stringify({
      key: randomBytes(12).toString('hex'),
      purpose: 'fine',
      subject: { fine: `PCA ${randomBytes(4).toString('hex')}`, cnp },
      payer,
    })
  const books = new pg.Client({ connectionString: url })
  await books.connect()

  // A payment that goes well, on each gateway, and notices that prove nothing.
  for (let times = 0; times < 2; times++) {
    const opened = (await (await send('', request())).json()) as OpenedPayment
    if (opened.handOver) await followed(opened.handOver)
  }
  await send('/notices/netopia', JSON.stringify({ cnp, payer }), { 'verification-token': `a.${cnp}.c` })
  await send('/notices/euplatesc', `invoice_id=${cnp}&email=${payer.email}&fp_hash=00`)
  await send('', `{ "cnp": "${cnp}" `)
  await send('', request(), { authorization: `Bearer ${cnp}` })
  // A database that refuses, with the values of the statement in what it says.
  await books.query(
    `alter table avizier.payments add column strict integer not null default 1,
       add constraint strictly check (strict > 1) not valid`,
  )
  expect((await send('', request())).status).toBe(503)
  await books.query('alter table avizier.payment_notices rename to out_of_reach')
  expect((await send('/notices/netopia', JSON.stringify({ cnp }))).status).toBe(503)
  await books.query('alter table avizier.payments drop column strict')
  // A gateway that is away.
  await gateway.close()
  await send('', request())
  await send('', request())
  await books.query(`update avizier.payments set next_poll_at = now() where state = 'sent'`)
  while (!said.includes('did not answer')) await pause(100)
  await books.end()

  for (const sentence of ['could not be opened', 'could not be taken', 'could not be started', 'did not answer'])
    expect(said).toContain(sentence)
  const secrets = [
    cnp,
    payer.name,
    payer.email,
    secret,
    changesToken,
    ...Object.values(keys.netopia),
    ...Object.values(keys.euplatesc),
  ]
  const told = secrets.filter((each) => each !== keys.euplatesc.merchantId && said.includes(each))
  expect(told).toEqual([])
  expect(said).not.toMatch(/\b[1-8]\d{12}\b/)
})

it('names a fault by its code, and repeats no statement', () => {
  const refused = Object.assign(new Error('duplicate key value: (email)=(ana@example.com)'), { code: '23505' })
  const query = new Error(`Failed query: insert into x values ($1)\nparams: ${cnp}`, { cause: refused })
  expect(faultOf(query)).toBe('23505')
  expect(faultOf(new Error(`Failed query: insert\nparams: ${cnp}`))).toBe('Error')
  expect(faultOf(Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } }))).toBe(
    'ECONNREFUSED',
  )
  expect(faultOf(new Error('Netopia answered 502'))).toBe('Netopia answered 502')
})
