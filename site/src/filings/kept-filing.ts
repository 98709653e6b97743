import { createHash } from 'node:crypto'
import { ReviewReason, SubmissionReceipt } from '@avizier/cms/filings'
import { Answers } from '@avizier/cms/forms'
import { z } from 'zod'
import { KeptFile } from './kept-file.ts'

/** A filing that the site has taken and the record may not have yet. */
export const KeptFiling = z.object({
  key: z.string(),
  form: z.string(),
  version: z.number(),
  title: z.string(),
  answers: Answers,
  files: z.array(KeptFile),
  receivedAt: z.iso.datetime(),
  review: z.array(ReviewReason),
})
export type KeptFiling = z.infer<typeof KeptFiling>

const of = { key: z.string(), form: z.string(), title: z.string(), digest: z.string(), receivedAt: z.iso.datetime() }
/** What the applicant is answered, kept for the confirmation and for whoever sends the same again. */
export const KeptAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('registered'), ...of, receipt: SubmissionReceipt, email: z.string().nullable() }),
  /** Taken, and then not registered: the town hall looks at it by hand. */
  z.object({ kind: z.literal('set-aside'), ...of }),
])
export type KeptAnswer = z.infer<typeof KeptAnswer>

/** The same for the same answers: files by what they hold, not by what they are called here. */
export const digestOf = ({ form, answers }: Pick<KeptFiling, 'form' | 'answers'>): string =>
  createHash('sha256')
    .update(JSON.stringify([form, ordered(answers)]))
    .digest('hex')

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const pairs = Object.entries(value).filter(([name]) => !('sha256' in value && name === 'id'))
  return pairs.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, ordered(part)])
}

const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
/** What a filing is called until it has its number: "P-7K4M-29QP". */
export function provisionalName(key: string): string {
  const bytes = createHash('sha256').update(`provisional\0${key}`).digest()
  const letters = [...bytes.subarray(0, 8)].map((byte) => alphabet[byte % alphabet.length]).join('')
  return `P-${letters.slice(0, 4)}-${letters.slice(4)}`
}
