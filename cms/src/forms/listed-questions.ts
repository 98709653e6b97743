import type { FieldType } from './contract.ts'
import { nameFrom } from './derive-names.ts'

/** A question as it stands in a form that is being edited; `at` is its page and its place there. */
export type ListedQuestion = {
  at: readonly [step: number, field: number]
  name: string
  label: string
  type: FieldType
  options: { value: string; label: string }[]
}

/** The admin's form state: values by path, `steps.0.fields.1.label`. */
type FormState = Record<string, { value?: unknown } | undefined>

const textAt = (state: FormState, path: string) => String(state[path]?.value ?? '').trim()

/** All questions of the state, in the order of the form. A question not saved yet has the name it will be given. */
export function questionsIn(state: FormState): ListedQuestion[] {
  const questions: ListedQuestion[] = []
  for (const path of Object.keys(state)) {
    const found = /^steps\.(\d+)\.fields\.(\d+)\.label$/.exec(path)
    if (!found) continue
    const root = path.slice(0, -'.label'.length)
    const label = textAt(state, path)
    questions.push({
      at: [Number(found[1]), Number(found[2])],
      name: textAt(state, `${root}.name`) || nameFrom(label),
      label,
      type: (textAt(state, `${root}.type`) || 'text') as FieldType,
      options: optionsIn(state, root),
    })
  }
  return questions.filter(({ name }) => name).sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1])
}

function optionsIn(state: FormState, root: string): ListedQuestion['options'] {
  const options: ListedQuestion['options'] = []
  for (let index = 0; `${root}.options.${index}.label` in state; index++) {
    const label = textAt(state, `${root}.options.${index}.label`)
    options.push({ value: textAt(state, `${root}.options.${index}.value`) || nameFrom(label), label })
  }
  return options.filter(({ value }) => value)
}

/** The questions that stand before a path of the form: those on which a condition there may depend. */
export function questionsBefore(path: string, questions: readonly ListedQuestion[]): ListedQuestion[] {
  const found = /^steps\.(\d+)(?:\.fields\.(\d+))?\./.exec(path)
  const step = Number(found?.[1] ?? 0)
  const field = found?.[2] === undefined ? 0 : Number(found[2])
  return questions.filter(
    ({ at, type }) => type !== 'information' && (at[0] < step || (at[0] === step && at[1] < field)),
  )
}
