import { spellRomanian } from '@avizier/search/romanian-text'

/** What a field's `parse` answers: `none` when nothing was written, which is for the form to judge. */
export type Parsed<Value, Code extends string> =
  | { kind: 'none' }
  | { kind: 'value'; value: Value }
  | { kind: 'fault'; code: Code }

export const none = { kind: 'none' } as const
export const answered = <Value>(value: Value) => ({ kind: 'value', value }) as const
export const faultOf = <Code extends string>(code: Code) => ({ kind: 'fault', code }) as const

/** Nobody writes a line of spaces on purpose: beyond this much slack the text is refused unread. */
const slack = 200

/** Characters that have no place in an answer: NUL and other controls, direction overrides, what is no character. */
const unwritable = /[^\P{C}\n]/gu

/**
 * One line as a person meant it: NFC, comma letters, no control characters, single spaces.
 * Line breaks become spaces, so that an answer can stand in a mail header or a log line.
 */
export function readLine(raw: unknown, maxLength: number): Parsed<string, 'not-text' | 'too-long'> {
  const text = readText(raw, maxLength)
  if (text.kind !== 'value') return text
  const line = text.value.replace(/\s+/g, ' ').trim()
  return line ? answered(line) : none
}

/** A text of several lines: as a line, with its line breaks kept as `\n` and at most one empty line between paragraphs. */
export function readText(raw: unknown, maxLength: number): Parsed<string, 'not-text' | 'too-long'> {
  if (raw === undefined || raw === null) return none
  if (typeof raw === 'number' && Number.isFinite(raw)) return readText(String(raw), maxLength)
  if (typeof raw !== 'string') return faultOf('not-text')
  if (raw.length > maxLength * 2 + slack) return faultOf('too-long')
  const text = spellRomanian(raw)
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(unwritable, '')
    .replace(/ +$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  if (!text) return none
  return text.length > maxLength ? faultOf('too-long') : answered(text)
}
