import Link from 'next/link'
import type { ServerProps } from 'payload'
import { type Actor, mayReadMoney } from '../staff/roles.ts'
import { moneyText } from './money-desk.ro.ts'

/** In the menu, before the collections: payments, for who keeps or checks money. */
export function MoneyLinks({ user }: ServerProps) {
  if (!mayReadMoney(user as unknown as Actor)) return null
  return (
    <div style={{ marginBottom: '1.5rem' }}>
      <Link className="nav__link" href="/admin/plati" prefetch={false}>
        <span className="nav__link-label">{moneyText.title}</span>
      </Link>
    </div>
  )
}
