import type { ReviewReason } from '../filings/contract.ts'
import type { ReviewState } from './entry-lifecycle.ts'

export const reviewStateLabels = {
  waiting: { ro: 'De verificat', en: 'To be reviewed' },
  passed: { ro: 'Verificat, în regulă', en: 'Reviewed, fine' },
  abuse: { ro: 'Abuz', en: 'Abuse' },
} as const satisfies Record<ReviewState, { ro: string; en: string }>

const reviewWords = {
  'no-token': 'nu a trecut prin paginile formularului',
  'no-proof': 'a venit dintr-un browser fără JavaScript sau de la un program',
  'too-fast': 'a fost completată în mai puțin de două secunde',
  'bait-taken': 'a completat un câmp pe care oamenii nu îl văd',
  'one-of-many': 'vine după multe altele de la aceeași adresă de internet',
} as const satisfies Record<ReviewReason, string>

/** Why a filing looks as if a machine had made it, for the clerk who decides; a code that has no words stands as it is. */
export const reviewSentence = (reasons: unknown): string =>
  Array.isArray(reasons)
    ? reasons
        .map((reason) => (Object.hasOwn(reviewWords, reason) ? reviewWords[reason as ReviewReason] : reason))
        .join('; ')
    : ''
