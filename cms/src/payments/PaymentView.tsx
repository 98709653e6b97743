import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { AdminViewServerProps } from 'payload'
import { dayOf } from '../publishing/calendar.ts'
import { DeskFrame } from '../registry/DeskFrame.tsx'
import { shortDay, shortMoment } from '../registry/words.ro.ts'
import { type Actor, mayKeepMoney, mayReadMoney } from '../staff/roles.ts'
import { MoneySteps } from './MoneySteps.tsx'
import { formatLei } from './money.ts'
import {
  gatewayLabels,
  moneyMessages,
  moneyText,
  refundReasonLabels,
  refundStateLabels,
  tellStory,
} from './money-desk.ro.ts'
import { moneyPage } from './money-page.ts'
import { storyOf } from './payment-story.ts'
import { paymentStateLabels, reviewReasonLabels } from './payments.ro.ts'
import { openSteps, refundDueOn } from './refund-steps.ts'

/** One payment: what it is for, where its money is, its whole story, and what can be done. */
export async function PaymentView(props: AdminViewServerProps) {
  const { req } = props.initPageResult
  const actor = req.user as unknown as Actor
  const segments = (props.params?.['segments'] as string[] | undefined) ?? []
  const page = mayReadMoney(actor) ? await moneyPage(req, String(segments.at(-1))) : null
  if (!page)
    return (
      <DeskFrame {...props}>
        <h1>{mayReadMoney(actor) ? moneyMessages['order-unknown'] : moneyText.noAccess}</h1>
      </DeskFrame>
    )
  const { payment, receipt, matched, refunds } = page
  const story = tellStory(await storyOf((req.payload.db as unknown as PostgresAdapter).pool, payment.order))
  const today = dayOf(new Date())
  const { explanation, offenderMasked } = payment.details
  const facts: [string, string | null | undefined][] = [
    ['Starea', paymentStateLabels[payment.state]],
    ['De ce', payment.reviewReason ? reviewReasonLabels[payment.reviewReason] : null],
    ['Suma', formatLei(payment.amountBani)],
    ['De ce atât', typeof explanation === 'string' ? explanation : null],
    ['Amendat', typeof offenderMasked === 'string' ? offenderMasked : null],
    ['Plătitor', payment.payer.name],
    ['E-mail', payment.payer.email],
    ['Procesator', gatewayLabels[payment.gateway]],
    ['Tranzacția', payment.providerRef],
    ['Plătită', payment.paidAt ? shortMoment(payment.paidAt) : null],
    [
      'Dovada',
      receipt &&
        `${receipt.number}${receipt.isRefunded ? ', bani restituiți' : receipt.isDischarged ? ', descărcată' : ', în curs de descărcare'}`,
    ],
    ['Din registru', matched && (matched.title ?? 'nepotrivită încă cu o amendă')],
  ]
  return (
    <DeskFrame {...props}>
      <h1>{`${payment.order} · ${payment.description}`}</h1>
      <div className="desk__cols">
        <div>
          <dl>
            {facts.flatMap(([label, value]) =>
              value ? [<dt key={label}>{label}</dt>, <dd key={`${label}-value`}>{value}</dd>] : [],
            )}
          </dl>
          {refunds.map((refund) => (
            <section key={refund.id}>
              <h2>{`Restituire: ${refundReasonLabels[refund.reason]}`}</h2>
              <p>
                {`${formatLei(refund.amountBani)}, ${refundStateLabels[refund.state]}`}
                {refund.requestedOn
                  ? `; legea ne dă până la ${shortDay(refundDueOn(refund.requestedOn))} (45 de zile, Codul de procedură fiscală)`
                  : ''}
              </p>
              <ol className="desk__time">
                {refund.steps.map((step) => (
                  <li key={step.id}>
                    {`${step.verb} · ${shortMoment(step.at)} · ${step.actorName}${step.note ? ` · ${step.note}` : ''}`}
                  </li>
                ))}
              </ol>
            </section>
          ))}
          <h2>Ce s-a întâmplat</h2>
          <ol className="desk__time">
            {story.map(({ at, text, detail }) => (
              <li key={`${String(at)}${text}${detail}`}>
                <b>{text}</b>
                {` · ${shortMoment(at)}`}
                <br />
                {detail}
              </li>
            ))}
          </ol>
        </div>
        <aside>
          {receipt && (
            <p>
              <a className="desk__link" href={`/api/receipts/kept/${receipt.id}/pdf`} target="_blank" rel="noreferrer">
                Deschide dovada
              </a>
            </p>
          )}
          {(mayKeepMoney(actor) || refunds.length > 0) && (
            <MoneySteps
              order={payment.order}
              isReview={payment.state === 'review'}
              wasPaid={payment.paidAt !== null}
              mayDischarge={receipt !== null && !receipt.isDischarged && !receipt.isRefunded}
              mayMatch={matched !== null && matched.title === null}
              mayRefund={payment.state === 'paid' && refunds.every(({ providerRef }) => providerRef !== '')}
              refunds={refunds.map((refund) => ({
                id: refund.id,
                verbs: openSteps(
                  {
                    state: refund.state,
                    preparedBy: refund.preparedBy,
                    paidOn: payment.paidAt ? dayOf(payment.paidAt) : '',
                    today,
                  },
                  String(req.user?.id),
                ).filter((verb) => verb !== 'askGateway' || refund.providerRef === ''),
              }))}
            />
          )}
        </aside>
      </div>
    </DeskFrame>
  )
}
