import type { ReportPlace } from '@avizier/cms/reports'

/** "Săcălaz, Strada Gării, lângă școală" */
export const placeWords = ({ village, street, words }: ReportPlace): string =>
  [village, street, words].filter(Boolean).join(', ') || 'Locul este pe hartă'
