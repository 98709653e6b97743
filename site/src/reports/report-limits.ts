import { mediaLimits as limits } from '@avizier/cms/reports-media-limits'
import type { UploadLimits } from '../files/quarantine.ts'

/** What a report takes with it. A photo that is larger than photos may be is refused by the record, with its reason. */
export const mediaLimits = { kinds: ['image', 'video'], maxBytes: limits.videoBytes, maxCount: limits.count } as const

/** Both controls of the form, the camera and the gallery, give files of one field. */
export const reportLimitsOf = (field: string): UploadLimits | null => (field === 'poze' ? mediaLimits : null)
