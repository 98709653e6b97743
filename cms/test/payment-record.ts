import { createServer } from 'node:http'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { handleEndpoints } from 'payload'
import { openRecord } from '../src/local.ts'
import { judgeWaitingNotices, pollDuePayments } from '../src/payments/poll-payments.job.ts'
import type { SandboxKeys } from '../src/payments/sandbox/sandbox-keys.ts'
import { letTimePass, providerOf, serveDesk, showRealMoney, townDesk } from './payment-desk.ts'

/**
 * The record's payments as a process of its own, for tests that kill it: `node test/payment-record.ts`, with the
 * settings in the environment. GATEWAY, SITE and KEYS say where the sandbox and the stand-in for the site are, and what
 * they share. Prints its port when it listens. `POST /later?hours=…` lets time pass.
 */
const given = (name: string): string => process.env[name] ?? ''
const keys = JSON.parse(given('KEYS')) as SandboxKeys
const providers = {
  netopia: providerOf('netopia', given('GATEWAY'), keys),
  euplatesc: providerOf('euplatesc', given('GATEWAY'), keys),
}
let opened = 0
const desk = townDesk({
  chosen: () => (opened++ % 2 === 0 ? providers.netopia : providers.euplatesc),
  of: (gateway) => providers[gateway],
})
desk.siteUrl = given('SITE')

const payload = await openRecord()
payload.logger.level = given('PAYLOAD_LOG_LEVEL') || 'fatal'
await showRealMoney((payload.db as unknown as PostgresAdapter).pool)
serveDesk(payload.config, desk)

const server = createServer(async (incoming, outgoing) => {
  try {
    const url = new URL(incoming.url ?? '/', 'http://localhost')
    const chunks: Uint8Array[] = []
    for await (const chunk of incoming) chunks.push(chunk as Uint8Array)
    if (url.pathname === '/later') {
      await letTimePass(payload, desk, Number(url.searchParams.get('hours')))
      return void outgoing.writeHead(204).end()
    }
    const request = new Request(`http://localhost:3000${incoming.url}`, {
      method: incoming.method ?? 'GET',
      headers: incoming.headers as Record<string, string>,
      ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
    })
    const response = await handleEndpoints({ config: payload.config, request })
    outgoing.writeHead(response.status, { 'content-type': response.headers.get('content-type') ?? '' })
    outgoing.end(await response.text())
  } catch {
    outgoing.writeHead(500).end()
  }
})
server.listen(0, '127.0.0.1', () => console.log(`port ${(server.address() as { port: number }).port}`))

// A minute ahead of the clock: what a citizen would wait for is asked at once, so that questions and notices race.
for (;;) {
  const now = new Date(Date.now() + 60_000)
  await judgeWaitingNotices(payload, desk, now).catch(() => 0)
  await pollDuePayments(payload, desk, now).catch(() => 0)
  await new Promise((resolve) => setTimeout(resolve, 200))
}
