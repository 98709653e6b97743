import type { AdminViewServerProps } from 'payload'
import { DeskFrame } from '../registry/DeskFrame.tsx'
import { type Actor, mayKeepMoney } from '../staff/roles.ts'
import { moneyText } from './money-desk.ro.ts'
import { Reconciliation } from './Reconciliation.tsx'

/** The day's reconciliation: a report of who settles goes in, the differences come out. */
export async function ReconciliationView(props: AdminViewServerProps) {
  const { req } = props.initPageResult
  return (
    <DeskFrame {...props}>
      <h1>{moneyText.reconciliation}</h1>
      {mayKeepMoney(req.user as unknown as Actor) ? <Reconciliation /> : <p>{moneyText.noAccess}</p>}
    </DeskFrame>
  )
}
