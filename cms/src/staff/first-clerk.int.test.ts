import { beforeAll, describe, expect, it } from 'vitest'
import { openTestRecord, type TestRecord } from '../../test/record.ts'
import { prepareFirstClerk } from './first-clerk.action.ts'

let record: TestRecord
beforeAll(async () => {
  record = await openTestRecord()
})
const prepare = () => prepareFirstClerk(record.payload, { adminUrl: 'http://localhost:3000' })

describe('the first clerk', () => {
  it('signs in once with the link, which is then worth nothing', async () => {
    const first = await prepare()
    if (first.kind !== 'oneTimeSignIn') throw new Error('no link was given')
    const token = first.link.split('/').at(-1)
    const use = () => record.rest('POST', '/staff/reset-password', { body: { token, password: 'o-parola-noua' } })
    expect((await use()).status).toBe(200)
    expect((await use()).status).toBe(403)
    expect(
      (await record.rest('POST', '/staff/login', { body: { email: first.email, password: 'o-parola-noua' } })).status,
    ).toBe(200)
    expect((await prepare()).kind).toBe('signedInBefore')
  })

  it('is the only one who comes in without an account', async () => {
    const intruder = { name: 'X', email: 'x@example.com', password: 'o-parola-noua', roles: ['admin'] }
    expect((await record.rest('POST', '/staff/first-register', { body: intruder })).status).toBe(403)
  })
})
