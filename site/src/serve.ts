import { readSiteEnvironment } from './env.ts'
import { importBuiltSite } from './publisher/built-site.ts'
import { createSiteServer } from './server/site-server.ts'

/** The web server's process. */
const environment = readSiteEnvironment()
const { handler } = await importBuiltSite<Pick<Parameters<typeof createSiteServer>[0], 'handler'>>()
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
