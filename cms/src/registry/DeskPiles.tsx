import Link from 'next/link'

/** The piles of a desk, each with how many lie on it; the open one is marked. */
export function DeskPiles<Name extends string>({
  names,
  open,
  counts,
  labels,
  addressOf,
}: {
  names: readonly Name[]
  open: Name
  counts: Readonly<Record<Name, number>>
  labels: Readonly<Record<Name, string>>
  addressOf: (name: Name) => string
}) {
  return (
    <ul className="desk__piles">
      {names.map((name) => (
        <li key={name}>
          <Link href={addressOf(name)} {...(name === open ? { 'aria-current': 'page' as const } : {})}>
            <b>{counts[name].toLocaleString('ro-RO')}</b>
            {labels[name]}
          </Link>
        </li>
      ))}
    </ul>
  )
}
