import type { Answer, AnswerFault, AnswerFaultCode, FieldOf, FormField } from './contract.ts'
import { type AddressPart, parseAddress } from './field-types/address.ts'
import { parseCheckboxes } from './field-types/checkboxes.ts'
import { parseChoice } from './field-types/choice.ts'
import { parseCnp } from './field-types/cnp.ts'
import { parseConsent } from './field-types/consent.ts'
import { parseCui } from './field-types/cui.ts'
import { parseDate } from './field-types/date.ts'
import { parseEmail } from './field-types/email.ts'
import { parseFiles } from './field-types/file.ts'
import { parseIban } from './field-types/iban.ts'
import { parseLongText } from './field-types/long-text.ts'
import { parseNumber } from './field-types/number.ts'
import { parsePhone } from './field-types/phone.ts'
import { parseText } from './field-types/text.ts'
import type { Parsed } from './field-types/written.ts'

/** The answer of one field, or what is wrong with it; `none` when nothing was written. */
export type FieldOutcome =
  | { kind: 'none' }
  | { kind: 'value'; value: Answer }
  | { kind: 'faults'; faults: AnswerFault[] }

/** Reads a key that whoever posts owns: never one that every object inherits. */
export const ownOf = (source: unknown, key: string): unknown =>
  typeof source === 'object' && source !== null && Object.hasOwn(source, key)
    ? (source as Record<string, unknown>)[key]
    : undefined

export function parseField(field: FormField, raw: unknown, today: string): FieldOutcome {
  if (field.type === 'information') return { kind: 'none' }
  if (field.type === 'address') return addressOutcome(field, raw)
  const parsed = parseValue(field, ownOf(raw, field.name), today)
  return parsed.kind === 'fault'
    ? { kind: 'faults', faults: [{ field: field.name, code: parsed.code }] }
    : (parsed as FieldOutcome)
}

function parseValue(
  field: Exclude<FormField, FieldOf<'information'> | FieldOf<'address'>>,
  raw: unknown,
  today: string,
): Parsed<Answer, AnswerFaultCode> {
  switch (field.type) {
    case 'text':
      return parseText(raw, field)
    case 'longText':
      return parseLongText(raw, field)
    case 'number':
      return parseNumber(raw, field)
    case 'date':
      return parseDate(raw, field, today)
    case 'choice':
      return parseChoice(raw, field)
    case 'checkboxes':
      return parseCheckboxes(raw, field)
    case 'cnp':
      return parseCnp(raw, today)
    case 'cui':
      return parseCui(raw)
    case 'iban':
      return parseIban(raw)
    case 'email':
      return parseEmail(raw)
    case 'phone':
      return parsePhone(raw)
    case 'file':
      return parseFiles(raw, field)
    case 'consent':
      return parseConsent(raw)
    default:
      return field satisfies never
  }
}

/** An address comes as an object of parts (JSON) or as flat keys `name.part` (a form post). */
function addressOutcome(field: FieldOf<'address'>, raw: unknown): FieldOutcome {
  const whole = ownOf(raw, field.name)
  const read = (part: AddressPart) => ownOf(whole, part) ?? ownOf(raw, `${field.name}.${part}`)
  const parsed = parseAddress(read, field)
  if (parsed.kind !== 'faults') return parsed
  return {
    kind: 'faults',
    faults: parsed.faults.map(({ part, code }) => ({ field: `${field.name}.${part}`, code })),
  }
}

/** What is wrong when a required field has no answer. */
export function missingFaults(field: FormField): AnswerFault[] {
  const { name } = field
  if (field.type === 'consent') return [{ field: name, code: 'consent-missing' }]
  if (field.type !== 'address') return [{ field: name, code: 'missing' }]
  const isHere = field.villages.length > 0
  return [
    ...(isHere ? [] : [{ field: `${name}.judet`, code: 'county-missing' as const }]),
    { field: `${name}.localitate`, code: isHere ? 'village-missing' : 'locality-missing' },
    { field: `${name}.numar`, code: 'house-number-missing' },
  ]
}
