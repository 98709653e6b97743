import { z } from 'zod'
import { PublicAct } from '../acts/contract.ts'
import { PublicAnnouncement } from '../announcements/contract.ts'
import { PublicDocument } from '../documents/contract.ts'
import { PublicForm } from '../forms/contract.ts'
import { PublicInstitution } from '../institution/contract.ts'
import { PublicPage } from '../pages/contract.ts'
import { Moment } from '../publishing/contract.ts'
import { PublicReport, PublicReporting } from '../reports/contract.ts'
import { PublicGeography } from '../reports/geography/contract.ts'
import { PublicSearch } from '../search/contract.ts'

export const Noun = z.enum([
  'acts',
  'announcements',
  'documents',
  'pages',
  'forms',
  'reports',
  'reporting',
  'institution',
  'search',
  'geography',
])
export type Noun = z.infer<typeof Noun>
/** Nouns of which there is one document, public with every save. */
export type GlobalNoun = 'institution' | 'reporting' | 'search' | 'geography'
export type CollectionNoun = Exclude<Noun, GlobalNoun>

/** Anything the public may read, as every reader of the change log receives it. */
export const PublicRecord = z.discriminatedUnion('noun', [
  PublicAct,
  PublicAnnouncement,
  PublicDocument,
  PublicPage,
  PublicForm,
  PublicReport,
  PublicReporting,
  PublicInstitution,
  PublicSearch,
  PublicGeography,
])
export type PublicRecord = z.infer<typeof PublicRecord>
/** Records that have a page of their own, or a place on every page. */
export type ShownRecord = Exclude<PublicRecord, { noun: 'search' }>

/**
 * One row of the change log. Positions grow in commit order, without repeats; there may be holes between them.
 * `upsert` carries the record as it was committed, or null when a later row for the same (noun, id) carries it.
 */
export const Change = z.discriminatedUnion('op', [
  z.object({
    op: z.literal('upsert'),
    position: z.number().int().positive(),
    noun: Noun,
    id: z.string(),
    revision: z.number().int().positive(),
    at: Moment,
    record: PublicRecord.nullable(),
  }),
  z.object({
    op: z.literal('remove'),
    position: z.number().int().positive(),
    noun: Noun,
    id: z.string(),
    revision: z.number().int().positive(),
    at: Moment,
  }),
])
export type Change = z.infer<typeof Change>

/**
 * The answer of `GET /api/changes?after=<position>&limit=<1..500>&wait=<seconds, 0..25>` with
 * `Authorization: Bearer <CHANGES_TOKEN>`. With nothing after the position it waits up to `wait` seconds.
 * `GET /api/changes/files/<sha256>` with the same token answers the bytes of a published file.
 */
export const ChangesPage = z.object({
  changes: z.array(Change),
  /** Pass as the next `after`. */
  next: z.number().int().nonnegative(),
  /** The position of the newest committed row: how far there is to go. */
  head: z.number().int().nonnegative(),
})
export type ChangesPage = z.infer<typeof ChangesPage>

/** The answer of `GET /api/preview/<token>`: a draft as it would be published. 404 when the link is wrong or expired. */
export const Preview = z.object({ record: PublicRecord, expiresAt: Moment })
export type Preview = z.infer<typeof Preview>
