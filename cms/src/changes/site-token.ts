import { createHash, timingSafeEqual } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { readCmsEnvironment } from '../env.ts'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Whether a request comes from a site of this town: machine to machine, by the token they share. */
export function hasSiteToken(req: Pick<PayloadRequest, 'headers'>): boolean {
  const given = req.headers.get('authorization') ?? ''
  return timingSafeEqual(digest(given), digest(`Bearer ${readCmsEnvironment().CHANGES_TOKEN}`))
}

export const withoutToken = () => Response.json({ error: 'token missing or wrong' }, { status: 401 })
