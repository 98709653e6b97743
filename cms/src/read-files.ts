import pg from 'pg'
import { readCmsEnvironment } from './env.ts'
import { townStore } from './files/town-store.ts'
import { readFiles } from './readings/read-files.job.ts'
import { readerName } from './readings/reading-status.ts'

/** The reader's process: gives every PDF and scan of the record its reading, for as long as it runs. */
const environment = readCmsEnvironment()
const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort())
const say = (sentence: string) => console.log(`${new Date().toISOString()} ${sentence}`)

const pool = new pg.Pool({ connectionString: environment.DATABASE_URL, max: 3, application_name: readerName })
pool.on('error', (error) => say(`A Postgres connection was lost: ${error.message}`))
await readFiles({ pool, store: townStore(), signal: stopping.signal, say })
await pool.end()
