export type PublishingFault =
  | 'take-down-before-publish'
  | 'schedule-on-published'
  | 'publish-not-allowed'
  | 'slug-malformed'
  | 'slug-reserved'
  | 'title-missing'
  | 'published-stays'

export type Refusal<Code extends string> = { path: string; code: Code }

type Scheduled = { publishAt?: string | null; takeDownAt?: string | null }

/** What is wrong with a document's schedule at the moment it is saved. */
export function checkSchedule(
  scheduled: Scheduled,
  save: { publishing: boolean; now: Date },
): Refusal<PublishingFault>[] {
  const { publishAt, takeDownAt } = scheduled
  const refusals: Refusal<PublishingFault>[] = []
  const start = save.publishing ? save.now : publishAt ? new Date(publishAt) : null
  if (save.publishing && publishAt && new Date(publishAt) > save.now) {
    refusals.push({ path: 'publishAt', code: 'schedule-on-published' })
  }
  if (takeDownAt && start && new Date(takeDownAt) <= start) {
    refusals.push({ path: 'takeDownAt', code: 'take-down-before-publish' })
  }
  return refusals
}

const slugForm = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** `reserved`: addresses the site itself uses at the same level. */
export function checkSlug(slug: string, reserved: ReadonlySet<string>): Refusal<PublishingFault>[] {
  if (!slugForm.test(slug)) return [{ path: 'slug', code: 'slug-malformed' }]
  if (reserved.has(slug) || /^\d{4}$/.test(slug)) return [{ path: 'slug', code: 'slug-reserved' }]
  return []
}
