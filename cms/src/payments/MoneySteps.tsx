'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useState } from 'react'
import { moneyText, refundVerbLabels } from './money-desk.ro.ts'
import type { RefundVerb } from './refund-steps.ts'

type Props = {
  order: string
  isReview: boolean
  wasPaid: boolean
  mayDischarge: boolean
  mayMatch: boolean
  mayRefund: boolean
  refunds: { id: number; verbs: RefundVerb[] }[]
}
const noteHints: Partial<Record<RefundVerb, string>> = {
  request: 'Numărul cererii de restituire',
  return: 'Ordinul de plată și data',
  dismiss: 'Motivul',
}

/** The steps that are open with a payment, each with the little it asks. */
export function MoneySteps({ order, isReview, wasPaid, mayDischarge, mayMatch, mayRefund, refunds }: Props) {
  const router = useRouter()
  const [fault, setFault] = useState<{ path: string; message: string } | null>(null)
  const take = async (event: FormEvent<HTMLFormElement>, path: string) => {
    event.preventDefault()
    const body = Object.fromEntries(new FormData(event.currentTarget))
    const response = await fetch(`/api/money/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).catch(() => null)
    if (response?.ok) {
      setFault(null)
      return router.refresh()
    }
    const answer = await response?.json().catch(() => null)
    setFault({ path, message: answer?.erori?.[0]?.mesaj ?? moneyText.failed })
  }
  const step = (path: string, label: string, fields: ReactNode = null) => (
    <details key={path}>
      <summary>{label}</summary>
      <form onSubmit={(event) => take(event, path)}>
        {fields}
        {fault?.path === path && (
          <p className="desk__fault" role="alert">
            {fault.message}
          </p>
        )}
        <button type="submit">{label}</button>
      </form>
    </details>
  )
  const line = (name: string, label: string) => (
    <label>
      {label}
      <input name={name} />
    </label>
  )
  const of = (verb: string) => `payments/${order}/${verb}`
  return (
    <>
      {isReview && step(of('confirmPaid'), 'Banii au venit: marchează plătită', line('reason', 'De unde știm'))}
      {isReview &&
        !wasPaid &&
        step(of('confirmDeclined'), 'Banii nu au venit: închide', line('reason', 'De unde știm'))}
      {isReview &&
        wasPaid &&
        step(of('confirmRefunded'), 'Banii s-au întors: marchează restituită', line('reason', 'De unde știm'))}
      {mayDischarge && step(of('discharge'), 'Marchează descărcată în evidența fiscală')}
      {mayMatch &&
        step(
          of('match'),
          'Leagă de o amendă din registru',
          <>
            {line('serie', 'Seria')}
            {line('numar', 'Numărul')}
          </>,
        )}
      {mayRefund && step(of('refund'), 'Deschide o restituire')}
      {refunds.flatMap(({ id, verbs }) =>
        verbs.map((verb) =>
          step(`refunds/${id}/${verb}`, refundVerbLabels[verb], noteHints[verb] ? line('note', noteHints[verb]) : null),
        ),
      )}
    </>
  )
}
