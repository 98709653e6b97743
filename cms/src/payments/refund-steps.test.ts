import { describe, expect, it } from 'vitest'
import { openSteps, type RefundCase, refundDueOn, refundStates, refundStep, refundVerbs } from './refund-steps.ts'

const aCase = (given: Partial<RefundCase> = {}): RefundCase => ({
  state: 'open',
  preparedBy: '1',
  paidOn: '2026-11-25',
  today: '2026-11-25',
  ...given,
})
const allowed = {
  open: ['request', 'approve', 'dismiss'],
  requested: ['approve', 'dismiss'],
  approved: ['askGateway', 'return'],
  atGateway: ['return'],
  returned: [],
  dismissed: [],
} as const

describe('giving money back', () => {
  it.each(refundStates)('from %s goes only where it may', (state) => {
    for (const verb of refundVerbs)
      expect([verb, refundStep(verb, aCase({ state }), '2').kind]).toEqual([
        verb,
        (allowed[state] as readonly string[]).includes(verb) ? 'goes' : 'refused',
      ])
  })

  it('is approved by another person than the one who prepared it', () => {
    expect(refundStep('approve', aCase(), '1')).toEqual({ kind: 'refused', code: 'needs-another' })
    expect(refundStep('approve', aCase(), '2')).toEqual({ kind: 'goes', to: 'approved' })
    expect(openSteps(aCase(), '1')).not.toContain('approve')
  })

  it('goes through the gateway on the day of the payment alone', () =>
    expect(refundStep('askGateway', aCase({ state: 'approved', today: '2026-11-26' }), '2')).toEqual({
      kind: 'refused',
      code: 'settled-already',
    }))

  it('is due 45 days after it was asked for', () => expect(refundDueOn('2026-11-25')).toBe('2027-01-09'))
})
