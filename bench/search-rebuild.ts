import { createPostgresIndex } from '@avizier/search/postgres'
import { searchArchive } from './search-archive.ts'

/** Rebuilds an index in a process of its own, so that its memory is its own; prints what it took. */
const [database = '', size = '', file = ''] = process.argv.slice(2)
const index = createPostgresIndex({ database })
await index.health()
const began = performance.now()
const outcome = await index.rebuild(searchArchive(Number(size), file || null))
const seconds = (performance.now() - began) / 1000
await index.close()
console.log(JSON.stringify({ ...outcome, seconds, megabytes: process.resourceUsage().maxRSS / 1024 }))
