'use client'
import { SelectInput, TextField, useAllFormFields, useField } from '@payloadcms/ui'
import { mergeFieldStyles } from '@payloadcms/ui/shared'
import type { TextFieldClientComponent, TextFieldClientProps } from 'payload'
import { type ListedQuestion, questionsBefore, questionsIn } from './listed-questions.ts'

const optionOf = ({ name, label }: ListedQuestion) => ({ value: name, label: label || name })
const chosen = (option: unknown) => (option as { value?: string } | null)?.value ?? ''
const several = (options: unknown) => (Array.isArray(options) ? options.map(chosen) : [])

/** A value that is no longer offered stays visible, so that the clerk sees what the refusal speaks of. */
const withMissing = (options: { value: string; label: string }[], values: readonly string[]) => [
  ...options,
  ...values
    .filter((value) => value && !options.some((option) => option.value === value))
    .map((value) => ({ value, label: `${value} (nu mai este)` })),
]

/** The question that a condition looks at, out of those that stand earlier in the form. */
export const EarlierQuestion: TextFieldClientComponent = ({ field, path }) => {
  const [state] = useAllFormFields()
  return <OneQuestion field={field} path={path} questions={questionsBefore(path, questionsIn(state))} />
}

/** The question that takes a paper: one of type „Fișiere”. */
export const FileQuestion: TextFieldClientComponent = ({ field, path }) => {
  const [state] = useAllFormFields()
  const questions = questionsIn(state).filter(({ type }) => type === 'file')
  return <OneQuestion field={field} path={path} questions={questions} />
}

type Field = TextFieldClientProps['field']

function OneQuestion({ field, path, questions }: { field: Field; path: string; questions: ListedQuestion[] }) {
  const { value, setValue, showError, errorMessage } = useField<string>({ path })
  return (
    <SelectInput
      path={path}
      name={field.name}
      label={field.label as never}
      options={withMissing(questions.map(optionOf), [value ?? ''])}
      value={value ?? ''}
      onChange={(option) => setValue(chosen(option))}
      showError={showError}
      Error={showError ? <p className="question-error">{errorMessage}</p> : undefined}
      style={mergeFieldStyles(field)}
    />
  )
}

/** The questions of a group, any number of them. */
export const AnyQuestions: TextFieldClientComponent = ({ field, path }) => {
  const [state] = useAllFormFields()
  const { value, setValue, showError, errorMessage } = useField<string[]>({ path })
  const options = questionsIn(state)
    .filter(({ type }) => type !== 'information')
    .map(optionOf)
  return (
    <SelectInput
      hasMany
      path={path}
      name={field.name}
      label={field.label as never}
      options={withMissing(options, value ?? [])}
      value={value ?? []}
      onChange={(chosenOptions) => setValue(several(chosenOptions))}
      showError={showError}
      Error={showError ? <p className="question-error">{errorMessage}</p> : undefined}
    />
  )
}

/** The answers that a condition waits for: out of the question's own list, or written when it has none. */
export const EarlierAnswers: TextFieldClientComponent = (props) => {
  const { field, path } = props
  const [state] = useAllFormFields()
  const { value, setValue, showError, errorMessage } = useField<string[]>({ path })
  const name = state[path.replace(/values$/, 'field')]?.value
  const asked = questionsIn(state).find((question) => question.name === name)
  const options = asked?.type === 'consent' ? [{ value: 'da', label: 'bifat' }] : (asked?.options ?? [])
  if (options.length === 0) return <TextField {...props} />
  return (
    <SelectInput
      hasMany
      path={path}
      name={field.name}
      label={field.label as never}
      options={withMissing(options, value ?? [])}
      value={value ?? []}
      onChange={(chosenOptions) => setValue(several(chosenOptions))}
      showError={showError}
      Error={showError ? <p className="question-error">{errorMessage}</p> : undefined}
      style={mergeFieldStyles(field)}
    />
  )
}
