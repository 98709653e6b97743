import { z } from 'zod'
import { Body } from '../body/contract.ts'
import { PublicFile } from '../files/contract.ts'
import { Day, Publication } from '../publishing/contract.ts'

/** A decision of the local council (hotărâre) or an order of the mayor (dispoziție). */
export const ActKind = z.enum(['decision', 'order'])
export type ActKind = z.infer<typeof ActKind>

export const ActCharacter = z.enum(['normative', 'individual'])
export type ActCharacter = z.infer<typeof ActCharacter>

export const ActTopic = z.enum([
  'administration',
  'agriculture',
  'budget',
  'culture',
  'education',
  'environment',
  'investments',
  'property',
  'social',
  'taxes',
  'transport',
  'urbanism',
  'utilities',
])
export type ActTopic = z.infer<typeof ActTopic>

/** What one act does to another (Law 24/2000, art. 58 and following). */
export const RelationKind = z.enum([
  'amends',
  'completes',
  'repeals',
  'repealsPartially',
  'replaces',
  'republishes',
  'suspends',
  'extends',
  'rectifies',
  'implements',
  'cites',
  'annexOf',
  'revokes',
])
export type RelationKind = z.infer<typeof RelationKind>

export const ActReference = z.object({
  kind: ActKind,
  number: z.number().int().positive(),
  year: z.number().int(),
  adoptedOn: Day,
  title: z.string(),
  character: ActCharacter,
})
export type ActReference = z.infer<typeof ActReference>

/** `outgoing`: this act does it to the other; `incoming`: the other does it to this act. */
export const ActRelation = z.object({
  kind: RelationKind,
  direction: z.enum(['outgoing', 'incoming']),
  act: ActReference,
  /** The article or part it touches, as printed ("art. 3 alin. (2)"); null when the whole act. */
  target: z.string().nullable(),
  effectiveOn: Day,
})
export type ActRelation = z.infer<typeof ActRelation>

/** Derived from dates and relations, never typed by hand. `since` is the day the state began or begins. */
export const ActState = z.object({
  kind: z.enum([
    'notYetInForce',
    'inForce',
    'amended',
    'partiallyRepealed',
    'suspended',
    'repealed',
    'revoked',
    'annulledByCourt',
    'lapsed',
    'nonexistent',
  ]),
  since: Day.nullable(),
  by: ActReference.nullable(),
})
export type ActState = z.infer<typeof ActState>

export const PublicAct = Publication.extend({
  noun: z.literal('acts'),
  kind: ActKind,
  /** 0 only in the preview of a draft that has no number yet. */
  number: z.number().int().nonnegative(),
  year: z.number().int(),
  adoptedOn: Day,
  title: z.string(),
  character: ActCharacter,
  /**
   * `full`: everything below. `register`: an individual order of the mayor, of which only number, date and a
   * generic object are public (Administrative Code, annex 1, art. 1 (2)): body, summary, files are empty.
   */
  visibility: z.enum(['full', 'register']),
  topic: ActTopic.nullable(),
  /** At most three plain sentences, without legal force. */
  summary: z.array(z.string()).max(3),
  body: Body,
  signatures: z.array(z.object({ office: z.string(), name: z.string() })),
  votes: z
    .object({
      for: z.number().int().nonnegative(),
      against: z.number().int().nonnegative(),
      abstained: z.number().int().nonnegative(),
    })
    .nullable(),
  publishedOn: Day,
  inForceFrom: Day.nullable(),
  state: ActState,
  relations: z.array(ActRelation),
  files: z.array(PublicFile),
  /** The id that an import gave the document. */
  sourceId: z.string().nullable(),
})
export type PublicAct = z.infer<typeof PublicAct>
