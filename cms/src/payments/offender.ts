import { createHmac } from 'node:crypto'
import { parseCnp } from '../forms/field-types/cnp.ts'
import { parseCui } from '../forms/field-types/cui.ts'
import type { OffenderKind } from './fine-routes.ts'

/** Whoever a fine was given to, as far as the record keeps him: recognised by a digest, shown by a mask. */
export type Offender = { kind: OffenderKind; digest: string; masked: string }

export type OffenderVerdict = { kind: 'read'; offender: Offender } | { kind: 'faulty'; code: string }

/**
 * Reads a CNP or a CUI. Neither is ever stored: a CNP has so few possibilities that only a digest under the record's
 * secret hides it, and the mask keeps its first and last digit, as receipts write it. A CUI is public.
 */
export function readOffender(
  typed: string,
  { kind, today, secret }: { kind: OffenderKind; today: string; secret: string },
): OffenderVerdict {
  const parsed = kind === 'person' ? parseCnp(typed, today) : parseCui(typed)
  if (parsed.kind === 'fault') return { kind: 'faulty', code: parsed.code }
  if (parsed.kind === 'none') return { kind: 'faulty', code: kind === 'person' ? 'cnp-malformed' : 'cui-malformed' }
  const digits = String(parsed.value)
  return { kind: 'read', offender: { kind, digest: offenderDigest(digits, secret), masked: maskOf(kind, digits) } }
}

export const offenderDigest = (digits: string, secret: string): string =>
  createHmac('sha256', secret).update(`avizier offender\0${digits}`).digest('base64url')

const maskOf = (kind: OffenderKind, digits: string): string =>
  kind === 'firm' ? digits : `${digits[0]}${'*'.repeat(digits.length - 2)}${digits.at(-1)}`
