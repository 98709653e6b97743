import { beforeAll, describe, expect, it } from 'vitest'
import { aFiling, file, keepFiledForms } from '../../test/filing.ts'
import { openTestRecord, type TestRecord } from '../../test/record.ts'
import { openTownHall } from '../../test/town-hall.ts'
import { reviewSentence } from './review.ro.ts'

let record: TestRecord
let hall: Awaited<ReturnType<typeof openTownHall>>
beforeAll(async () => {
  record = await openTestRecord()
  await keepFiledForms(record.pool)
  hall = await openTownHall(record)
})

async function filed(review: string[]): Promise<number> {
  const { status, body } = await file(record, aFiling({ review }))
  expect(status).toBe(201)
  const { rows } = await record.pool.query('select id from record.registry where number = $1', [body.numar])
  return rows[0].id
}

describe('a filing that seems made by a machine', () => {
  it('is numbered like all others, and waits to be looked at with its reasons', async () => {
    const id = await filed(['bait-taken', 'too-fast'])
    expect(await hall.entry(id)).toMatchObject({
      state: 'registered',
      review: 'waiting',
      review_reasons: ['bait-taken', 'too-fast'],
      notes: null,
    })
    expect(await hall.entry(await filed([]))).toMatchObject({ review: null, review_reasons: null })
  })

  it('is said to be fine once, and goes on as it was', async () => {
    const id = await filed(['too-fast'])
    expect((await hall.step('stranger', id, 'passReview')).status).toBe(404)
    expect((await hall.step('registrar', id, 'passReview')).status).toBe(200)
    expect(await hall.entry(id)).toMatchObject({ state: 'registered', review: 'passed', review_reasons: ['too-fast'] })
    expect((await hall.events(id)).at(-1)).toMatchObject({ kind: 'reviewPassed', is_public: false })
    expect((await hall.step('registrar', id, 'passReview')).status).toBe(422)
    expect((await hall.step('registrar', id, 'closeAsAbuse', { reason: 'Reclamă' })).status).toBe(422)
  })

  it('is closed as abuse with a reason, and stays in the book with its number and its text', async () => {
    const id = await filed(['no-token'])
    const before = await hall.entry(id)
    expect((await hall.step('secretary', id, 'closeAsAbuse')).status).toBe(422)
    expect((await hall.step('secretary', id, 'closeAsAbuse', { reason: 'Aceeași reclamă, de 40 de ori' })).status).toBe(
      200,
    )
    expect(await hall.entry(id)).toMatchObject({
      state: 'closed',
      review: 'abuse',
      outcome: 'filed',
      outcome_reason: 'Aceeași reclamă, de 40 de ori',
      number: before['number'],
      subject: before['subject'],
    })
    const { rows } = await record.pool.query('select answers from record.filings where entry_id = $1', [id])
    expect(rows[0].answers).toMatchObject({ nume: 'Ana Pop' })
  })

  it('is not asked of what came without suspicion', async () => {
    const { body } = await hall.register('registrar')
    expect((await hall.step('registrar', body.id, 'passReview')).status).toBe(422)
  })

  it('says its reasons in words', () => {
    expect(reviewSentence(['bait-taken'])).toBe('a completat un câmp pe care oamenii nu îl văd')
    expect(reviewSentence(['a-code-of-tomorrow'])).toBe('a-code-of-tomorrow')
    expect(reviewSentence(null)).toBe('')
  })
})
