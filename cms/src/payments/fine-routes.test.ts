import { describe, expect, it } from 'vitest'
import { checkRoutes, type RouteQuestion, type RouteRule, routeOf, usualRoutes } from './fine-routes.ts'

const today = '2026-11-25'
const route = (given: Partial<RouteQuestion>, rules: readonly RouteRule[] = usualRoutes) =>
  routeOf(rules, { fine: 'own', offender: 'person', domicile: 'here', today, hasCard: true, ...given })

describe('a fine', () => {
  it.each([
    ['electronic', 'person', 'here', ['ghiseul', 'transfer', 'counter'], 'single'],
    ['electronic', 'person', 'away', ['ghiseul', 'transfer', 'counter'], 'single'],
    ['own', 'person', 'here', ['card', 'ghiseul', 'counter'], 'local'],
    ['own', 'firm', 'here', ['card', 'ghiseul', 'counter'], 'local'],
    ['own', 'person', 'away', ['ghiseul'], 'otherTown'],
    ['own', 'firm', 'away', ['ghiseul'], 'otherTown'],
    ['police', 'person', 'here', ['card', 'ghiseul', 'counter'], 'local'],
    ['police', 'person', 'away', ['ghiseul'], 'otherTown'],
    ['police', 'firm', 'here', ['ghiseul', 'issuer'], 'state'],
    ['police', 'firm', 'away', ['ghiseul', 'issuer'], 'state'],
    ['elsewhere', 'person', 'here', ['ghiseul', 'issuer'], 'state'],
    ['elsewhere', 'firm', 'away', ['ghiseul', 'issuer'], 'state'],
  ] as const)('%s of a %s (%s) goes through %j to %s', (fine, offender, domicile, channels, beneficiary) => {
    const found = route({ fine, offender, domicile })
    expect(found).toMatchObject({ channels, beneficiary })
    expect(found?.reason).toMatch(/^[A-ZȘȚ].+\.$/)
    expect(found?.legalBasis).not.toBe('')
  })

  it.each(['person', 'firm'] as const)(
    'with an electronic series of a %s never meets a card form of ours',
    (offender) => {
      for (const domicile of ['here', 'away'] as const)
        expect(route({ fine: 'electronic', offender, domicile })?.channels).not.toContain('card')
    },
  )

  it('keeps its other channels where no gateway is connected, and says so', () =>
    expect(route({ hasCard: false })).toMatchObject({ channels: ['ghiseul', 'counter'], isCardAway: true }))

  it('has no route on a day that the table does not know', () => expect(route({ today: '1999-01-01' })).toBeNull())

  it('follows another line from the day it takes over', () => {
    const [first] = usualRoutes.filter(({ fine }) => fine === 'own')
    if (!first) throw new Error('no rule of own fines')
    const changed: RouteRule[] = [
      { ...first, validTo: '2026-12-31' },
      { ...first, channels: ['counter'], validFrom: '2027-01-01' },
    ]
    expect(route({ today: '2026-12-31' }, changed)?.channels).toEqual(['card', 'ghiseul', 'counter'])
    expect(route({ today: '2027-01-01' }, changed)?.channels).toEqual(['counter'])
  })
})

describe('a table of routes', () => {
  it('of the law as it stands has no fault', () => expect(checkRoutes(usualRoutes, today)).toEqual([]))

  it.each([
    ['card-for-electronic', { channels: ['card', 'ghiseul'] }],
    ['no-channel', { channels: [] }],
    ['doubled-channel', { channels: ['ghiseul', 'ghiseul'] }],
    ['interval-wrong', { validTo: '2020-01-01' }],
    ['reason-missing', { reason: ' ' }],
    ['basis-missing', { legalBasis: '' }],
  ] as const)('is refused for %s', (code, given) => {
    const changed = usualRoutes.map((rule, index) => (index === 0 ? { ...rule, ...given } : rule))
    expect(checkRoutes(changed as RouteRule[], today)).toContainEqual({ line: 0, code })
  })

  it('is refused where a kind of fine would have no answer', () =>
    expect(checkRoutes(usualRoutes.slice(1), today)).toContainEqual({ line: null, code: 'kind-uncovered' }))
})
