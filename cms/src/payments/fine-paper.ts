/** The report of an offence as it is known by what is printed on it. */
export type FinePaper = { kind: 'electronic'; series: string } | { kind: 'lettered'; series: string; number: string }

export type PaperFault = 'series-missing' | 'series-malformed' | 'series-length' | 'number-missing' | 'number-malformed'

export type PaperVerdict =
  | { kind: 'read'; paper: FinePaper }
  | { kind: 'faulty'; field: 'serie' | 'numar'; code: PaperFault }

/** Legea 203/2018: five groups of digits, 23 together. Its control code is not published: length and digits are checked. */
const electronicLength = 23

/**
 * Reads series and number as people type them: with spaces, dashes, a "nr." between, or both in the first field.
 * Leading zeros of a number are not kept, since one paper is typed with and without them.
 */
export function readPaper({ series, number }: { series: string; number: string }): PaperVerdict {
  const typed = series
    .toUpperCase()
    .normalize('NFC')
    .replaceAll(/[\s.\-–/]/gu, '')
  const digits = number.replaceAll(/[\s.\-–]/gu, '').replace(/^(NR|NUMĂRUL|NUMARUL)/iu, '')
  if (typed === '') return faulty('serie', 'series-missing')
  if (/^\d+$/.test(typed)) {
    const whole = typed + (/^\d+$/.test(digits) && typed.length < electronicLength ? digits : '')
    return whole.length === electronicLength
      ? { kind: 'read', paper: { kind: 'electronic', series: whole } }
      : faulty('serie', 'series-length')
  }
  const together = /^([A-ZĂÂÎȘȚ]{1,6}?)(?:NR|SERIA)?(\d{1,10})$/u.exec(typed)
  const letters = (together?.[1] ?? typed).replace(/^SERIA(?=.)/u, '')
  const given = digits || together?.[2] || ''
  if (!/^[A-ZĂÂÎȘȚ]{1,6}$/u.test(letters)) return faulty('serie', 'series-malformed')
  if (given === '') return faulty('numar', 'number-missing')
  if (!/^\d{1,10}$/.test(given) || Number(given) === 0) return faulty('numar', 'number-malformed')
  return { kind: 'read', paper: { kind: 'lettered', series: letters, number: String(Number(given)) } }
}

const faulty = (field: 'serie' | 'numar', code: PaperFault): PaperVerdict => ({ kind: 'faulty', field, code })

/** "SCZ nr. 1234", or the 23 digits in groups that can be read aloud. */
export const writtenPaper = (paper: FinePaper): string =>
  paper.kind === 'electronic'
    ? (paper.series.match(/.{1,5}/g) ?? []).join(' ')
    : `${paper.series}\u00a0nr.\u00a0${paper.number}`

/** One name for one paper, the same however it was typed. */
export const paperKey = (paper: FinePaper): string =>
  paper.kind === 'electronic' ? paper.series : `${paper.series}-${paper.number}`
