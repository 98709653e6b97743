import { createHash, timingSafeEqual } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { readCmsEnvironment } from '../env.ts'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Whether a request shows the token of the change log, compared in constant time. */
export function hasToken(req: PayloadRequest): boolean {
  const given = req.headers.get('authorization') ?? ''
  return timingSafeEqual(digest(given), digest(`Bearer ${readCmsEnvironment().CHANGES_TOKEN}`))
}

export const unauthorised = () => Response.json({ error: 'token missing or wrong' }, { status: 401 })
