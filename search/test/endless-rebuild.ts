import { createPostgresIndex } from '../src/postgres/postgres-index.ts'
import { aDocument } from './documents.ts'

/** A rebuild that says when it has written something, and never ends by itself. */
const index = createPostgresIndex({ database: process.argv[2] ?? '' })

async function* endless() {
  for (let at = 0; ; at++) {
    if (at === 500) process.send?.('written')
    if (at > 500) await new Promise((resolve) => setTimeout(resolve, 50))
    yield aDocument({ id: `half:${at}`, title: 'Podul vechi' })
  }
}
await index.rebuild(endless())
