import { describe, expect, it } from 'vitest'
import { OrderId } from './contract.ts'
import { attemptName, orderIdOf, orderOfAttempt } from './order-id.ts'
import { isLeft, pollAfterSeconds } from './poll-schedule.ts'

describe('asking the gateway', () => {
  it('begins soon, grows more patient and never stops while money may come', () => {
    for (const state of ['sent', 'pending', 'refundPending'] as const) {
      const waits = Array.from({ length: 40 }, (_, polls) => pollAfterSeconds(state, polls) ?? Number.NaN)
      expect(waits).toEqual(waits.toSorted((a, b) => a - b))
      expect(waits[0]).toBeLessThanOrEqual(20)
      expect(waits.at(-1)).toBe(3600)
    }
  })

  it('goes on a few times after a refusal, and ends', () => {
    expect([0, 1, 2, 3].map((polls) => pollAfterSeconds('declined', polls))).toEqual([600, 3600, 86_400, null])
    expect([0, 1, 2].map((polls) => pollAfterSeconds('expired', polls))).toEqual([86_400, 259_200, null])
  })

  it('looks after money that is there for two weeks', () =>
    expect([0, 1, 2, 3].map((polls) => pollAfterSeconds('paid', polls))).toEqual([86_400, 259_200, 864_000, null]))

  it('is not done for what has gone back or is with a person', () => {
    for (const state of ['refunded', 'review'] as const) expect(pollAfterSeconds(state, 0)).toBeNull()
  })

  it('takes a page for left after a day', () => {
    const createdAt = new Date('2026-03-02T10:00:00Z')
    expect(isLeft({ createdAt, now: new Date('2026-03-03T10:00:00Z') })).toBe(false)
    expect(isLeft({ createdAt, now: new Date('2026-03-03T10:00:00.001Z') })).toBe(true)
  })
})

describe('the name of an order', () => {
  it('is twelve letters that the contract takes, even where bytes run short', () => {
    let calls = 0
    const bytes = (count: number) => new Uint8Array(count).fill(calls++ === 0 ? 255 : 239)
    expect(orderIdOf(bytes)).toBe('ZZZZZZZZZZZZ')
    expect(OrderId.safeParse(orderIdOf((count) => crypto.getRandomValues(new Uint8Array(count)))).success).toBe(true)
  })

  it('is found again in the name of any attempt', () => {
    expect([1, 2, 12].map((attempt) => attemptName('7K4M29QPXYZA', attempt))).toEqual([
      '7K4M29QPXYZA',
      '7K4M29QPXYZA-2',
      '7K4M29QPXYZA-12',
    ])
    for (const attempt of [1, 2, 12]) expect(orderOfAttempt(attemptName('7K4M29QPXYZA', attempt))).toBe('7K4M29QPXYZA')
  })
})
