import type { AnswerFault, Answers, FormDefinition } from './contract.ts'
import { missingFaults, parseField } from './parse-field.ts'
import { isShown } from './show-if.ts'

export type ParsedAnswers = { kind: 'accepted'; answers: Answers } | { kind: 'refused'; faults: AnswerFault[] }

/**
 * Judges everything a citizen wrote. `raw` is what came over the wire: an object by field name, of strings and lists
 * from a form post or of JSON values. What is not shown is dropped, what the form does not ask is ignored.
 * `today` is the day in Europe/Bucharest, `YYYY-MM-DD`.
 */
export function parseAnswers(definition: FormDefinition, raw: unknown, at: { today: string }): ParsedAnswers {
  return outcomeOf(readAll(definition, raw, at.today))
}

/** Judges one page of the journey; `raw` holds the answers of the pages before it as well. Accepts its answers alone. */
export function parseStep(
  definition: FormDefinition,
  step: string,
  raw: unknown,
  at: { today: string },
): ParsedAnswers {
  return outcomeOf(readAll(definition, raw, at.today).filter((reading) => reading.step === step))
}

/** The answers that are good, whatever the others are: by them the journey knows which pages it has. */
export function answersSoFar(definition: FormDefinition, raw: unknown, at: { today: string }): Answers {
  return answersOf(readAll(definition, raw, at.today))
}

/** The pairs of a form post as `parseAnswers` reads them: a repeated name becomes a list. */
export function rawFromEntries(entries: Iterable<readonly [string, unknown]>): Record<string, unknown> {
  const raw: Record<string, unknown> = Object.create(null)
  for (const [name, value] of entries) {
    const known = raw[name]
    raw[name] = known === undefined ? value : Array.isArray(known) ? [...known, value] : [known, value]
  }
  return raw
}

type Reading = { step: string; field: string; answer?: Answers[string]; faults: AnswerFault[] }

function readAll(definition: FormDefinition, raw: unknown, today: string): Reading[] {
  const readings: Reading[] = []
  for (const step of definition.steps) {
    const answers = answersOf(readings)
    if (!isShown(step.showIf, answers)) continue
    for (const field of step.fields) {
      if (!isShown(field.showIf, answers)) continue
      const outcome = parseField(field, raw, today)
      const reading: Reading = { step: step.name, field: field.name, faults: [] }
      if (outcome.kind === 'value') {
        reading.answer = outcome.value
        answers[field.name] = outcome.value
      }
      if (outcome.kind === 'faults') reading.faults = outcome.faults
      if (outcome.kind === 'none' && field.required) reading.faults = missingFaults(field)
      readings.push(reading)
    }
  }
  for (const group of definition.atLeastOne) askForOne(readings, group.fields)
  return readings
}

/** A group of which nothing is answered is a fault of the first of its fields that is shown. */
function askForOne(readings: Reading[], fields: readonly string[]): void {
  const members = readings.filter(({ field }) => fields.includes(field))
  if (members.some(({ answer, faults }) => answer !== undefined || faults.length > 0)) return
  members[0]?.faults.push({ field: members[0].field, code: 'one-of-missing' })
}

const answersOf = (readings: readonly Reading[]): Answers =>
  Object.fromEntries(readings.flatMap(({ field, answer }) => (answer === undefined ? [] : [[field, answer]])))

function outcomeOf(readings: readonly Reading[]): ParsedAnswers {
  const faults = readings.flatMap((reading) => reading.faults)
  return faults.length > 0 ? { kind: 'refused', faults } : { kind: 'accepted', answers: answersOf(readings) }
}
