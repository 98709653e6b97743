import type { HandOver } from '../src/payments/contract.ts'

/** What the citizen's browser does with a hand-over. */
export const followed = (handOver: HandOver): Promise<Response> =>
  handOver.kind === 'redirect'
    ? fetch(handOver.url)
    : fetch(handOver.action, {
        method: 'POST',
        body: new URLSearchParams(handOver.fields.map(({ name, value }): [string, string] => [name, value])),
      })
