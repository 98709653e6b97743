import { mediaFaults, mediaStates } from './media/media.ro.ts'
import type { ShownItem } from './ReportPhotos.tsx'
import type { ReportPageMedia } from './report-page.ts'

/** What a screen shows of the media of a report. */
export const shownItems = (media: readonly ReportPageMedia[]): ShownItem[] =>
  media.map(({ sha256, name, mimeType, alt = '', isHidden = false, kept }) => ({
    sha256,
    name,
    alt,
    isHidden,
    isVideo: mimeType.startsWith('video/'),
    isReady: kept?.state === 'ready',
    sentence: kept?.code ? mediaFaults[kept.code] : mediaStates[kept?.state ?? 'waiting'],
  }))
