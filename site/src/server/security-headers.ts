import type { ServerResponse } from 'node:http'
import { mapTileOrigins } from '../env.ts'

/**
 * The same on every answer. A page without a form has no script, so none is allowed; a browser's own checks, such as
 * Lighthouse's of robots.txt, ask from within the page.
 */
const headers = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
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

/** Pages with a form or a map may carry the site's own elements, which ask the site itself, and the town's map server. */
const scriptHeaders = () => {
  const tiles = mapTileOrigins().map((origin) => ` ${origin}`)
  const policy = headers['content-security-policy']
    .replace("img-src 'self'", `$&${tiles.join('')}`)
    .replace("connect-src 'self'", `$&${tiles.join('')}`)
  return { 'content-security-policy': `${policy}; script-src 'self'` }
}

/** Where a problem is reported the page may ask the phone for its place; taking a photo needs no right of the page. */
const reportHeaders = () => ({
  ...scriptHeaders(),
  'permissions-policy': headers['permissions-policy'].replace('geolocation=()', 'geolocation=(self)'),
})

const more = { plain: () => ({}), file: () => fileHeaders, withScript: scriptHeaders, report: reportHeaders } as const

export function setSecurityHeaders(
  response: ServerResponse,
  { page = 'plain' }: { page?: keyof typeof more } = {},
): void {
  for (const [name, value] of Object.entries({ ...headers, ...more[page]() })) response.setHeader(name, value)
}
