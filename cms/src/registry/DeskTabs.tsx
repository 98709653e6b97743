import Link from 'next/link'
import { deskText } from './desk.ro.ts'
import { figuresScope, mayReadWholeBook, mayRegister, type Worker } from './entry-lifecycle.ts'

/** The screens of the desk that a person has. */
export function DeskTabs({ worker, path }: { worker: Worker; path: string }) {
  const mayWork = mayRegister(worker) || mayReadWholeBook(worker)
  const tabs: [string, string, boolean][] = [
    ['', deskText.title, mayWork],
    ['/nou', deskText.newEntry, mayRegister(worker)],
    ['/calendar', deskText.calendar, mayWork],
    ['/situatie', deskText.figures, figuresScope(worker).kind !== 'none'],
    ['/scrisori', deskText.letters, mayReadWholeBook(worker)],
    ['/concedii', deskText.leaves, mayRegister(worker)],
    ['/tiparire', deskText.papers, mayWork],
  ]
  return (
    <nav className="desk__tabs" aria-label="Registratura">
      <ul>
        {tabs
          .filter(([, , isOpen]) => isOpen)
          .map(([end, label]) => (
            <li key={end}>
              <Link
                href={`/admin/registratura${end}`}
                prefetch={false}
                {...(path === `/admin/registratura${end}` ? { 'aria-current': 'page' as const } : {})}
              >
                {label}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  )
}
