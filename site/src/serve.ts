import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { readSiteEnvironment } from './env.ts'
import { createSiteServer } from './server/site-server.ts'

/** The web server's process. */
const environment = readSiteEnvironment()
const bundle = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../dist/server/entry.mjs')
if (!existsSync(bundle)) throw new Error('The site is not built: run npm run build first')
const { handler } = await import(pathToFileURL(bundle).href)
const server = createSiteServer({ environment, handler })

server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE') throw error
  console.error(`Port ${environment.SITE_PORT} is taken. Set SITE_PORT to a free one.`)
  process.exit(1)
})
server.listen(environment.SITE_PORT, environment.SITE_HOST, () =>
  console.log(`The site listens on ${environment.SITE_HOST}:${environment.SITE_PORT}`),
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close()
    server.closeIdleConnections()
    setTimeout(() => process.exit(0), 2_000).unref()
  })
}
