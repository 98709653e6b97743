import { describe, expect, it } from 'vitest'
import { type HeldMoney, reconcile, type SettledLine } from './reconciliation.ts'
import { columnsOf } from './settlement-formats.ts'

const line = (number: number, reference: string, amountBani = 10_000): SettledLine => ({
  line: number,
  reference,
  settledOn: '2026-11-20',
  amountBani,
})
const held = (reference: string, given: Partial<HeldMoney> = {}): HeldMoney => ({
  reference,
  amountBani: 10_000,
  paidOn: '2026-11-19',
  isPaid: true,
  ...given,
})
const days = { from: '2026-11-19', to: '2026-11-20' }

describe('a settlement report', () => {
  it('that agrees has no difference', () =>
    expect(reconcile([line(2, 'A'), line(3, 'B')], [held('A'), held('B')], { days })).toEqual({
      agreed: 2,
      agreedBani: 20_000,
      differences: [],
    }))

  it.each([
    ['not-here', [line(2, 'X')], []],
    ['amount-differs', [line(2, 'A', 9_999)], [held('A')]],
    ['not-paid-here', [line(2, 'A')], [held('A', { isPaid: false })]],
    ['doubled', [line(2, 'A'), line(3, 'A')], [held('A')]],
    ['not-there', [], [held('A')]],
  ] as const)('tells of %s', (kind, lines, money) =>
    expect(reconcile(lines, money, { days }).differences.map((difference) => difference.kind)).toEqual([kind]),
  )

  it('does not miss what was paid on days it does not cover', () => {
    expect(reconcile([], [held('A', { paidOn: '2026-11-21' })], { days }).differences).toEqual([])
    expect(reconcile([], [held('A')], { days: null }).differences).toEqual([])
  })

  it('adds up: every line is agreed or told, once', () => {
    const lines = Array.from({ length: 60 }, (_, index) =>
      line(index + 2, `R${index % 50}`, index % 7 === 0 ? 1 : 10_000),
    )
    const money = Array.from({ length: 40 }, (_, index) => held(`R${index}`, { isPaid: index % 9 !== 0 }))
    const { agreed, differences } = reconcile(lines, money, { days: null })
    expect(agreed + differences.length).toBe(lines.length)
  })
})

describe('the columns of a report', () => {
  it('are found by any of their words, and by the one given by hand first', () => {
    const heads = ['data', 'order_id', 'suma', 'suma_neta', 'comision']
    expect(columnsOf(heads, 'netopia')).toEqual({
      reference: 'order_id',
      settledOn: 'data',
      amount: 'suma',
      commission: 'comision',
    })
    expect(columnsOf(heads, 'netopia', { amount: 'Sumă netă' }).amount).toBe('suma_neta')
    expect(columnsOf(heads, 'ghiseul').reference).toBeNull()
  })
})
