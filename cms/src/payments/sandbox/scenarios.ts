/** What is true of a transaction at the gateway, whatever the gateway says of it. */
export type Truth = 'open' | 'pending' | 'paid' | 'declined' | 'refunded' | 'disputed'

/** How a notice departs from what an honest gateway sends. */
export type Lie =
  | 'one-ban-short'
  | 'one-leu'
  | 'other-currency'
  | 'foreign-key'
  | 'changed-on-the-way'
  | 'weak-algorithm'
  | 'no-algorithm'
  | 'other-merchant'
  | 'signed-long-ago'

export type Step =
  | { kind: 'is'; truth: Truth }
  | { kind: 'tell'; truth: Truth; times?: number; lie?: Lie }
  | { kind: 'wait'; seconds: number }
  /** The citizen tries once more on the same page: another transaction of the same order. */
  | { kind: 'again' }

export type Scenario = { title: string; steps: readonly Step[] }

const is = (truth: Truth): Step => ({ kind: 'is', truth })
const tell = (truth: Truth, more: { times?: number; lie?: Lie } = {}): Step => ({ kind: 'tell', truth, ...more })
const wait = (seconds: number): Step => ({ kind: 'wait', seconds })
const again: Step = { kind: 'again' }

/** What a tester can make happen. */
export const scenarios = {
  paid: { title: 'Se plătește, iar primăria este înștiințată', steps: [is('paid'), tell('paid')] },
  delayed: {
    title: 'Se plătește, iar înștiințarea întârzie zece secunde',
    steps: [is('paid'), wait(10), tell('paid')],
  },
  silent: { title: 'Se plătește, iar înștiințarea nu vine niciodată', steps: [is('paid')] },
  tripled: {
    title: 'Se plătește, iar înștiințarea vine de trei ori deodată',
    steps: [is('paid'), tell('paid', { times: 3 })],
  },
  shuffled: {
    title: 'Se plătește, iar înștiințările vin în altă ordine',
    steps: [is('paid'), tell('paid'), tell('pending'), tell('declined'), tell('paid')],
  },
  slow: {
    title: 'Banca se gândește douăzeci de secunde, apoi se plătește',
    steps: [is('pending'), tell('pending'), wait(20), is('paid'), tell('paid')],
  },
  declined: { title: 'Banca refuză plata', steps: [is('declined'), tell('declined')] },
  secondCard: {
    title: 'Banca refuză primul card, al doilea merge',
    steps: [is('declined'), tell('declined'), again, is('paid'), tell('paid')],
  },
  twice: {
    title: 'Se plătește de două ori pe aceeași comandă',
    steps: [is('paid'), tell('paid'), again, is('paid'), tell('paid')],
  },
  left: { title: 'Nu se plătește: înapoi la site', steps: [] },
  refunded: {
    title: 'Se plătește, iar banii sunt dați înapoi după cinci secunde',
    steps: [is('paid'), tell('paid'), wait(5), is('refunded'), tell('refunded')],
  },
  disputed: {
    title: 'Se plătește, apoi banca plătitorului contestă plata',
    steps: [is('paid'), tell('paid'), is('disputed'), tell('disputed')],
  },
  short: { title: 'Înștiințarea are cu un ban mai puțin', steps: [is('paid'), tell('paid', { lie: 'one-ban-short' })] },
  wrongAmount: {
    title: 'Înștiințarea spune că s-a plătit un leu',
    steps: [is('paid'), tell('paid', { lie: 'one-leu' })],
  },
  euro: { title: 'Înștiințarea este în euro', steps: [is('paid'), tell('paid', { lie: 'other-currency' })] },
  forged: {
    title: 'Nu se plătește, iar cineva trimite o înștiințare falsă',
    steps: [tell('paid', { lie: 'foreign-key' })],
  },
  tampered: {
    title: 'Banca refuză, iar înștiințarea este schimbată pe drum',
    steps: [is('declined'), tell('declined', { lie: 'changed-on-the-way' })],
  },
  weakAlgorithm: { title: 'Înștiințare falsă, semnată cu HS256', steps: [tell('paid', { lie: 'weak-algorithm' })] },
  noAlgorithm: { title: 'Înștiințare falsă, fără semnătură', steps: [tell('paid', { lie: 'no-algorithm' })] },
  otherMerchant: { title: 'Înștiințare a altui comerciant', steps: [tell('paid', { lie: 'other-merchant' })] },
  old: {
    title: 'Se plătește, iar înștiințarea este semnată de mult',
    steps: [is('paid'), tell('paid', { lie: 'signed-long-ago' })],
  },
} as const satisfies Record<string, Scenario>

export type ScenarioName = keyof typeof scenarios
export const isScenario = (name: string): name is ScenarioName => Object.hasOwn(scenarios, name)
