import type { ServerResponse } from 'node:http'

/** The same on every answer. There is no script on the public pages, so none is allowed. */
const headers = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'x-frame-options': 'DENY',
} as const

/** A published file may be anything a clerk uploaded: it opens alone, without rights. */
const fileHeaders = {
  'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
  'x-robots-tag': 'all',
} as const

export function setSecurityHeaders(response: ServerResponse, { isFile = false }: { isFile?: boolean } = {}): void {
  for (const [name, value] of Object.entries({ ...headers, ...(isFile ? fileHeaders : {}) }))
    response.setHeader(name, value)
}
