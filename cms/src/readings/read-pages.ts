import { Worker } from 'node:worker_threads'
import { openPages, type PageReader } from './page-reader.ts'
import type { EngineName } from './recognition-engine.ts'

/**
 * `read-pages.ts <file> <type> <engine>`, a process of its own for each file: answers over its channel, first with
 * what it opened, then page by page as it is asked. It knows no secret and no database; who started it may end it at
 * any moment.
 */
const [file = '', mimeType = '', engine = 'tesseract.js'] = process.argv.slice(2)

// A page may keep this thread busy for good: another one ends the process when whoever started it is gone.
new Worker(
  `const parent = ${process.ppid}
   setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL') }, 1000)`,
  { eval: true },
).unref()
process.once('disconnect', () => process.exit(0))

let reader: PageReader | null = null
process.on('message', async (page: number) => process.send?.(await reader?.read(page)))
reader = await openPages(file, mimeType, engine as EngineName)
process.send?.(reader.opened)
