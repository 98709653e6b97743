import { createHash } from 'node:crypto'
import { AddressAnswer, FileAnswer } from '../forms/contract.ts'
import { showAddress } from '../forms/field-types/address.ts'
import type { Correspondent } from '../registry/contract.ts'
import type { Submission } from './contract.ts'

type Answers = Record<string, unknown>

/** What is written in one line of the register: no line breaks, no control characters, not endless. */
function line(value: unknown, longest = 200): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const text = String(value)
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
  return text === '' ? null : text.slice(0, longest)
}

/** Where the answer goes by post: the address of the applicant, not of what is asked about. */
function address(answers: Answers): string | null {
  const given = ['adresa', 'domiciliu', 'sediu', 'adresa_postala'].map((name) => answers[name]).find(Boolean)
  const asked = AddressAnswer.safeParse(given)
  const street = asked.success ? line(showAddress(asked.data), 300) : line(given)
  return street && !asked.success ? line([street, line(answers['localitate'])].filter(Boolean).join(', '), 300) : street
}

/** The files of an answer; none when it is another kind of answer. */
export const filesOf = (answer: unknown): FileAnswer[] =>
  Array.isArray(answer) ? answer.flatMap((each) => FileAnswer.safeParse(each).data ?? []) : []

/** Who filed, read from the names that all forms share; what a form does not ask is null. */
export function correspondentOf(answers: Answers): Correspondent {
  const firm = line(answers['denumire'])
  const person = line([answers['nume'], answers['prenume']].flatMap((part) => line(part) ?? []).join(' '))
  const email = line(answers['email'], 254)
  return {
    kind: firm ? 'firm' : 'person',
    name: firm ?? person,
    address: address(answers),
    email: email && /^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+\.[^\s@<>,;:"()]+$/.test(email) ? email : null,
    phone: line(answers['telefon'], 40),
  }
}

/** What the register says it is about: the form, and the applicant's own words where the form asks for them. */
export function subjectOf(title: string, answers: Answers): string {
  const own = line(answers['obiect'] ?? answers['scop'] ?? answers['informatia'], 160)
  return own ? `${title}: ${own}` : title
}

/** A copy that Postgres can keep as JSON: without NUL and half characters, which nobody types and some programs paste. */
export function storable<Value>(value: Value): Value {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed() as Value
  if (Array.isArray(value)) return value.map(storable) as Value
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [storable(key), storable(part)])) as Value
  return value
}

/** The same for the same filing, whatever the order its answers were sent in. */
export const contentDigestOf = ({ form, answers, files }: Pick<Submission, 'form' | 'answers' | 'files'>): string =>
  createHash('sha256')
    .update(canonical({ form, answers, files: files.map(({ name, sha256 }) => ({ name, sha256 })) }))
    .digest('hex')

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value && typeof value === 'object')
    return `{${Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`)
      .join(',')}}`
  return JSON.stringify(value) ?? 'null'
}
