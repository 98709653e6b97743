import Link from 'next/link'
import type { ServerProps } from 'payload'
import { deskText } from './desk.ro.ts'
import { mayReadWholeBook, mayRegister } from './entry-lifecycle.ts'
import { workerOf } from './registry.access.ts'

/** In the menu, before the collections: the desk, for who has one. */
export function DeskLinks({ user }: ServerProps) {
  const worker = workerOf({ user } as never)
  if (!worker || !(mayRegister(worker) || mayReadWholeBook(worker))) return null
  return (
    <div style={{ marginBottom: '1.5rem', display: 'grid', gap: '0.5rem' }}>
      <Link className="nav__link" href="/admin/registratura" prefetch={false}>
        <span className="nav__link-label">{deskText.title}</span>
      </Link>
      {mayRegister(worker) && (
        <Link className="nav__link" href="/admin/registratura/nou" prefetch={false}>
          <span className="nav__link-label">{deskText.newEntry}</span>
        </Link>
      )}
    </div>
  )
}
