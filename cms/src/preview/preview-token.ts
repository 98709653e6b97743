import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { Noun } from '../changes/contract.ts'

const Claims = z.object({ noun: Noun, id: z.string(), expiresAt: z.iso.datetime() })
export type PreviewClaims = z.infer<typeof Claims>

const mac = (body: string, secret: string) => createHmac('sha256', secret).update(`preview.${body}`).digest('base64url')

/** A link's token: what it shows and until when, signed, so that it can be passed around and forgotten. */
export function signPreview(claims: PreviewClaims, secret: string): string {
  const body = Buffer.from(JSON.stringify(claims)).toString('base64url')
  return `${body}.${mac(body, secret)}`
}

/** Null when the token is forged, altered or past its time. */
export function readPreview(token: string, { secret, now }: { secret: string; now: Date }): PreviewClaims | null {
  const [body, signature, ...rest] = token.split('.')
  if (!body || !signature || rest.length > 0) return null
  const expected = Buffer.from(mac(body, secret))
  const given = Buffer.from(signature)
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null
  const claims = Claims.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')))
  if (!claims.success || new Date(claims.data.expiresAt) <= now) return null
  return claims.data
}
