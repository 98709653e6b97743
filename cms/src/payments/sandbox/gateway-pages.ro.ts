import { formatLei, parseDecimal } from '../money.ts'
import { type Lie, scenarios, type Truth } from './scenarios.ts'
import type { Transaction } from './transaction.ts'

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Plain on purpose: nobody should take it for a bank. */
const page = (title: string, body: string) => `<!doctype html>
<html lang="ro"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
  body { font: 1.0625rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 0 auto; padding: 1rem; color: #1c1a17; background: #fffdf5 }
  .banner { border: 3px dashed #8a5a00; padding: .75rem 1rem; margin: 0 0 1.5rem; background: #fff4d1 }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem } dt { color: #57524a } dd { margin: 0; overflow-wrap: anywhere }
  form { display: grid; gap: .5rem; margin: 1rem 0 }
  button { font: inherit; text-align: left; padding: .75rem 1rem; border: 1px solid #57524a; border-radius: .25rem; background: #fff; color: inherit; cursor: pointer }
  button.main { background: #14532d; color: #fff; border-color: #14532d; font-weight: 600 }
  button:focus-visible, a:focus-visible { outline: 3px solid #1d4ed8; outline-offset: 2px }
  h2 { font-size: 1.125rem; margin: 1.5rem 0 .5rem } section { border-top: 1px solid #57524a; margin-top: 1.5rem } ul { margin: 0; padding-left: 1.25rem } code { overflow-wrap: anywhere; font-size: .875rem }
</style>
<p class="banner"><strong>Procesator de încercare.</strong> Aici nu se plătește nimic: alegeți ce să se întâmple cu plata. Nu introduceți date de card.</p>
${body}</html>`

const honest = ['paid', 'declined', 'left', 'delayed', 'silent', 'slow', 'secondCard', 'refunded'] as const
const names = { netopia: 'Netopia', euplatesc: 'EuPlătesc' } as const

/** Where the citizen would give their card; here a tester chooses. */
export function paymentPage({ id, gateway, order, amount, currency, description }: Transaction): string {
  const button = (name: keyof typeof scenarios) =>
    `<button name="scenario" value="${name}"${name === 'paid' ? ' class="main"' : ''}>${scenarios[name].title}</button>`
  const others = (Object.keys(scenarios) as (keyof typeof scenarios)[]).filter(
    (name) => !honest.includes(name as never),
  )
  return page(
    'Procesator de încercare',
    `<h1>Plata a ${escaped(moneyOf({ amount, currency }))}</h1>
<dl><dt>Pentru</dt><dd>${escaped(description)}</dd><dt>Comanda</dt><dd>${escaped(order)}</dd><dt>Vorbește ca</dt><dd>${names[gateway]}</dd></dl>
<form method="post" action="/plata/${escaped(id)}">
<h2>Ce se întâmplă de obicei</h2>${honest.map(button).join('')}
<h2>Ce nu ar trebui să se întâmple</h2>${others.map(button).join('')}
</form>`,
  )
}

const moneyOf = ({ amount, currency }: Pick<Transaction, 'amount' | 'currency'>): string => {
  const bani = parseDecimal(amount)
  return bani !== null && currency === 'RON' ? formatLei(bani) : `${amount} ${currency}`
}

const truths = {
  open: 'deschisă',
  pending: 'în lucru la bancă',
  paid: 'plătită',
  declined: 'refuzată',
  refunded: 'dată înapoi',
  disputed: 'contestată',
} as const satisfies Record<Truth, string>

const lies = {
  'one-ban-short': 'cu un ban mai puțin',
  'one-leu': 'cu suma de un leu',
  'other-currency': 'în euro',
  'foreign-key': 'cu semnătură falsă',
  'changed-on-the-way': 'schimbată pe drum',
  'weak-algorithm': 'semnată cu HS256',
  'no-algorithm': 'fără semnătură',
  'other-merchant': 'a altui comerciant',
  'signed-long-ago': 'semnată de mult',
} as const satisfies Record<Lie, string>

const wordsOf = (what: string): string =>
  Object.hasOwn(truths, what) ? truths[what as Truth] : (lies[what as Lie] ?? what)

export function transactionsPage(transactions: readonly Transaction[]): string {
  const sections = transactions.map(
    ({ gateway, order, amount, currency, truth, scenario, told }) => `<section>
<h2>${escaped(order)}: ${escaped(moneyOf({ amount, currency }))}</h2>
<dl><dt>Vorbește ca</dt><dd>${names[gateway]}</dd><dt>S-a ales</dt><dd>${scenario ? scenarios[scenario].title : 'nimic încă'}</dd>
<dt>Adevărul</dt><dd>${truths[truth]}</dd><dt>Înștiințări</dt><dd>${
      told.length === 0
        ? 'niciuna'
        : `<ul>${told.map(({ what, answer }) => `<li>${escaped(wordsOf(what))}; primăria a răspuns <code>${escaped(answer)}</code></li>`).join('')}</ul>`
    }</dd></dl></section>`,
  )
  return page(
    'Procesator de încercare',
    `<h1>Plățile de încercare</h1>${sections.reverse().join('') || '<p>Nu este niciuna.</p>'}`,
  )
}

export const refusedPage = (reason: string): string =>
  page('Procesator de încercare', `<h1>Comanda nu este primită</h1><p>${escaped(reason)}</p>`)
