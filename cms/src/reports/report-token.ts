import { createHmac, timingSafeEqual } from 'node:crypto'

/** What the link of a letter allows: to say whether it is done, to begin to follow, to end it. */
export type TokenPurpose = 'answer' | 'follow' | 'end'

const macOf = (secret: string, purpose: TokenPurpose, id: number) =>
  createHmac('sha256', secret).update(`avizier report ${purpose}\0${id}`).digest('base64url').slice(0, 24)

/** A link that opens one thing of one row, with nothing stored for it: 144 bits of the record's secret. */
export const reportToken = (secret: string, purpose: TokenPurpose, id: number): string =>
  `${id.toString(36)}.${macOf(secret, purpose, id)}`

/** The row that a token opens; null when the record did not make it for this. */
export function idOfToken(secret: string, purpose: TokenPurpose, token: string): number | null {
  const [, written = '', mac = ''] = /^([0-9a-z]{1,11})\.([\w-]{24})$/.exec(token) ?? []
  const id = Number.parseInt(written, 36)
  if (!Number.isSafeInteger(id) || id <= 0) return null
  return timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(secret, purpose, id))) ? id : null
}
