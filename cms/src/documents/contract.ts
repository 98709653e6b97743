import { z } from 'zod'
import { Body } from '../body/contract.ts'
import { PublicFile } from '../files/contract.ts'
import { Addressed, Day, Publication } from '../publishing/contract.ts'

/** The six sections of the local gazette: Administrative Code, annex 1, art. 1 (2) a)-f). */
export const GazetteSection = z.enum(['statute', 'procedures', 'decisions', 'orders', 'finances', 'other'])
export type GazetteSection = z.infer<typeof GazetteSection>

export const DocumentType = z.enum([
  'statute',
  'procedure',
  'decisionRegister',
  'draftDecisionRegister',
  'orderRegister',
  'draftOrderRegister',
  'budget',
  'budgetRevision',
  'budgetExecution',
  'publicDebt',
  'investmentProgramme',
  'refusalRegister',
  'proposalRegister',
  'publicInterestNotice',
  'draftNotice',
  'summaryMinutes',
  'minutes',
  'marriageNotice',
  'regulation',
  'report',
  'strategy',
  'organisation',
  'procurement',
  'other',
])
export type DocumentType = z.infer<typeof DocumentType>

export const PublicDocument = Publication.extend(Addressed.shape).extend({
  noun: z.literal('documents'),
  title: z.string(),
  type: DocumentType,
  /** The gazette section that lists it; null when it stands outside the gazette. */
  gazetteSection: GazetteSection.nullable(),
  documentOn: Day,
  lead: z.string(),
  body: Body,
  files: z.array(PublicFile),
  publishedOn: Day,
  sourceId: z.string().nullable(),
})
export type PublicDocument = z.infer<typeof PublicDocument>
