import { beforeAll, describe, expect, it } from 'vitest'
import { changesToken, openTestRecord, type TestRecord } from '../../test/record.ts'
import type { Role } from '../staff/roles.ts'
import { FineAnswer } from './fine-contract.ts'
import { ruleMessages, tableFaults } from './payment-rules.ro.ts'
import { usualTable } from './payment-table.ts'

let record: TestRecord
const people = new Map<Role, string>()
beforeAll(async () => {
  record = await openTestRecord()
  for (const role of ['cashier', 'generalSecretary', 'mayor', 'admin', 'auditor'] as const)
    people.set(role, (await record.signIn(role)).token)
})

const { routes, discounts, accounts } = usualTable
const rules = (given: object = {}) => ({ reason: 'Cont nou la Trezorerie', routes, discounts, accounts, ...given })
async function send(who: Role, method: string, path: string, body: object) {
  const response = await record.rest(method, path, { body, token: people.get(who) ?? '' })
  return { status: response.status, body: (await response.json()) as { doc: { id: number; state: string } } }
}
const propose = (who: Role, given: object = {}) => send(who, 'POST', '/paymentRules', rules(given))
const judge = (who: Role, id: number, verdict: 'approved' | 'rejected' = 'approved') =>
  send(who, 'POST', `/paymentRules/${id}/judge`, { verdict })
async function channels() {
  const response = await record.rest('POST', '/fines/ask', {
    body: { adresa: 'x', serie: '10002026000012345678901', data: '1.11.2026' },
    headers: { authorization: `Bearer ${changesToken}` },
  })
  const answer = FineAnswer.parse(await response.json())
  return answer.kind === 'route' ? answer.route.channels : []
}

describe('the rules of payment', () => {
  it('hold when another person has approved them, and not before', async () => {
    const changed = routes.map((rule) => (rule.fine === 'electronic' ? { ...rule, channels: ['counter'] } : rule))
    const { body } = await propose('cashier', { routes: changed })
    expect(body.doc.state).toBe('proposed')
    expect(await channels()).toEqual(['ghiseul', 'transfer', 'counter'])
    expect(await judge('cashier', body.doc.id)).toMatchObject({
      status: 403,
      body: { erori: [{ mesaj: ruleMessages['needs-another'] }] },
    })
    expect(await judge('mayor', body.doc.id)).toMatchObject({ status: 200, body: { stare: 'approved' } })
    expect(await channels()).toEqual(['counter'])
  })

  it('are not approved by sending the state along', async () => {
    const { body } = await propose('cashier', { state: 'approved', judgedAt: '2030-01-01T00:00:00Z', proposedBy: 1 })
    expect(body.doc.state).toBe('proposed')
    await send('cashier', 'PATCH', `/paymentRules/${body.doc.id}`, { state: 'approved' })
    const { rows } = await record.pool.query('select state, judged_at from record.payment_rules where id = $1', [
      body.doc.id,
    ])
    expect(rows).toEqual([{ state: 'proposed', judged_at: null }])
  })

  it('are changed by who proposed them, until they are judged, and by nobody after', async () => {
    const { body } = await propose('generalSecretary')
    const path = `/paymentRules/${body.doc.id}`
    expect((await send('mayor', 'PATCH', path, { reason: 'Altfel' })).status).toBe(400)
    expect((await send('generalSecretary', 'PATCH', path, { reason: 'Mai clar' })).status).toBe(200)
    await judge('cashier', body.doc.id)
    expect((await send('generalSecretary', 'PATCH', path, { reason: 'Pe furiș' })).status).toBe(400)
    expect((await judge('mayor', body.doc.id, 'rejected')).status).toBe(409)
    expect((await send('generalSecretary', 'DELETE', path, {})).status).toBe(403)
  })

  it('are judged once when two people judge at the same moment', async () => {
    const { body } = await propose('cashier')
    const statuses = await Promise.all([
      judge('mayor', body.doc.id),
      judge('generalSecretary', body.doc.id, 'rejected'),
    ])
    expect(statuses.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('may not let a card pay an electronic fine, nor leave a kind of fine without an answer', async () => {
    const card = routes.map((rule) => (rule.fine === 'electronic' ? { ...rule, channels: ['card'] } : rule))
    expect(JSON.stringify((await propose('cashier', { routes: card })).body)).toContain(
      tableFaults['card-for-electronic'],
    )
    expect(JSON.stringify((await propose('cashier', { routes: routes.slice(1) })).body)).toContain(
      tableFaults['kind-uncovered'],
    )
    const iban = { ...accounts, localIban: 'RO49AAAA1B31007593840001' }
    expect(JSON.stringify((await propose('cashier', { accounts: iban })).body)).toContain(ruleMessages['iban-wrong'])
  })

  it.each(['admin', 'auditor'] as const)('are not for the %s to propose or to judge', async (who) => {
    expect((await propose(who)).status).toBe(403)
    const { body } = await propose('cashier')
    expect((await judge(who, body.doc.id)).status).toBe(403)
  })

  it('leave their proposal and their approval in the journal', async () => {
    const { body } = await propose('cashier', { reason: 'Jurnalul regulilor' })
    await judge('mayor', body.doc.id)
    const { rows } = await record.pool.query(
      `select action from record.audit where noun = 'paymentRules' and record_id = $1 order by id`,
      [String(body.doc.id)],
    )
    expect(rows.map(({ action }) => action)).toEqual(['create', 'publish'])
  })
})
