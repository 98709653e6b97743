import { describe, expect, it } from 'vitest'
import { runPaymentChaos } from '../../test/payment-chaos.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 100_000)

describe('payments under way while the record and Postgres are killed', () => {
  it(`each end where they must, are counted once, and leave a whole journal (seed ${seed})`, {
    timeout: 300_000,
  }, async () => {
    const result = await runPaymentChaos({ payments: 50, kills: 3, seed })
    expect(result.faults).toEqual([])
    expect(result.kills).toBe(3)
    expect(result.payments).toBeGreaterThan(40)
    expect(result.receipts).toBeGreaterThan(10)
    expect(result.notices).toBeGreaterThan(result.payments)
  })
})
