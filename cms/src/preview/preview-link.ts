import type { PayloadRequest } from 'payload'
import type { Noun } from '../changes/contract.ts'
import { readCmsEnvironment } from '../env.ts'
import { signPreview } from './preview-token.ts'

const oneHour = 60 * 60 * 1000

/** The address on the public site that shows a draft to whoever holds it, for an hour. */
export function previewLink(req: Pick<PayloadRequest, 'payload'>, noun: Noun, id: string): string {
  const expiresAt = new Date(Date.now() + oneHour).toISOString()
  const token = signPreview({ noun, id, expiresAt }, req.payload.secret)
  return new URL(`/previzualizare/${token}/`, readCmsEnvironment().SITE_URL).href
}
