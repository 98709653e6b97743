import { z } from 'zod'
import { Day } from '../publishing/contract.ts'
import { EntryFile } from './contract.ts'
import { entryKindNames } from './entry-kinds.ts'
import { channels, directions } from './entry-lifecycle.ts'

/** What every step of an entry is made of, parsed at the border. */
export const rowId = z.coerce.number().int().positive()
export const entryNote = z.string().trim().max(4_000)
export const reason = z.string().trim().min(3, 'Scrieți motivul.').max(1_000)
export const entryFiles = z.array(EntryFile).max(50).default([])

const line = z
  .string()
  .transform((text) => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim())
  .pipe(z.string().max(300))
export const optionalLine = line.nullish().transform((text) => text || null)

export const correspondentFields = {
  correspondentKind: z.enum(['person', 'firm', 'authority']).default('person'),
  correspondentName: optionalLine,
  correspondentAddress: optionalLine,
  correspondentEmail: z
    .union([z.literal(''), z.email()])
    .nullish()
    .transform((text) => text || null),
  correspondentPhone: optionalLine,
}

export const documentFields = {
  direction: z.enum(directions).default('incoming'),
  channel: z.enum(channels).default('counter'),
  kind: z.enum(entryKindNames),
  subject: line.pipe(z.string().min(2, 'Scrieți pe scurt despre ce este.')),
  pages: z.coerce
    .number()
    .int()
    .min(0)
    .max(100_000)
    .nullish()
    .transform((count) => count ?? null),
  annexes: z.coerce
    .number()
    .int()
    .min(0)
    .max(10_000)
    .nullish()
    .transform((count) => count ?? null),
}

export const issuerFields = { issuerNumber: optionalLine, issuerOn: Day.nullish().transform((day) => day ?? null) }
