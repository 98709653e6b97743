import { createServer } from 'node:http'
import { handleEndpoints } from 'payload'
import { openRecord } from '../src/local.ts'

/**
 * The record's REST interface as a process of its own, for tests that kill it: `node test/record-server.ts`, with the
 * settings in the environment. Prints its port when it listens.
 */
const payload = await openRecord()
payload.logger.level = 'fatal'
const server = createServer(async (incoming, outgoing) => {
  const chunks: Uint8Array[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const request = new Request(`http://localhost:3000${incoming.url}`, {
    method: incoming.method ?? 'GET',
    headers: incoming.headers as Record<string, string>,
    ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
  })
  const response = await handleEndpoints({ config: payload.config, request })
  outgoing.writeHead(response.status, { 'content-type': 'application/json' }).end(await response.text())
})
server.listen(0, '127.0.0.1', () => console.log(`port ${(server.address() as { port: number }).port}`))
