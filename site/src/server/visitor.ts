import { createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Who asks, for limits alone: never the address itself. */
export function visitorOf(request: IncomingMessage, secret: string): string {
  const peer = request.socket.remoteAddress ?? ''
  const isBehindProxy = /^(::1|(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.))/.test(peer)
  const told = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim()
  const address = (isBehindProxy && told) || peer
  // A household has a /64 of the new addresses.
  const network =
    address.includes(':') && !address.startsWith('::ffff:') ? address.split(':').slice(0, 4).join(':') : address
  return createHmac('sha256', secret).update(`visitor\0${network}`).digest('base64url')
}
