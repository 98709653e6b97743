import { AnswerName, type FormField } from './contract.ts'

export type DefinitionFault =
  | 'no-steps'
  | 'step-empty'
  | 'name-malformed'
  | 'name-reserved'
  | 'name-doubled'
  | 'options-missing'
  | 'option-doubled'
  | 'text-missing'
  | 'bounds-crossed'
  | 'rule-incomplete'
  | 'rule-field-unknown'
  | 'rule-field-later'
  | 'rule-value-unknown'
  | 'group-too-small'
  | 'group-field-unknown'
  | 'group-across-steps'
  | 'document-field-unknown'
  | 'personal-data'

/** A form as a clerk is building it: anything may still be missing. Paths are those of the admin's own fields. */
export type Draft = {
  steps: DraftStep[]
  atLeastOne: { fields: string[] }[]
  documents: { field: string | null }[]
}
export type DraftStep = { name: string; showIf: DraftCondition | null; fields: DraftField[] }
export type DraftCondition = { rules: { field: string; is: 'oneOf' | 'answered'; values: string[] }[] }
export type DraftField = {
  name: string
  type: FormField['type']
  showIf: DraftCondition | null
  options: { value: string }[]
  text: string
  min: number | null
  max: number | null
}

export type DefinitionRefusal = { path: string; code: DefinitionFault }

/** Names that a form post, the page or the language itself already uses. */
const reservedNames = new Set([
  'action',
  'actiune',
  'altcha',
  'answers',
  'cheie',
  'constructor',
  'elements',
  'id',
  'jeton',
  'key',
  'length',
  'method',
  'pas',
  'prototype',
  'reset',
  'submit',
  'target',
  'versiune',
  'website',
])

/** What an unfinished draft may still lack; a form that goes out may not. */
const unfinished: ReadonlySet<DefinitionFault> = new Set([
  'no-steps',
  'step-empty',
  'options-missing',
  'text-missing',
  'rule-incomplete',
  'group-too-small',
])

/** What a clerk has to mend, each at its place. `publishing`: the form is going out, so nothing may be missing. */
export function checkDefinition(draft: Draft, { publishing }: { publishing: boolean }): DefinitionRefusal[] {
  const refusals: DefinitionRefusal[] = []
  const refuse = (path: string, code: DefinitionFault) => {
    if (publishing || !unfinished.has(code)) refusals.push({ path, code })
  }
  if (draft.steps.length === 0) refuse('steps', 'no-steps')

  const stepNames = new Set<string>()
  const everyName = new Set(draft.steps.flatMap(({ fields }) => fields.map(({ name }) => name)))
  const earlier = new Map<string, DraftField>()
  const checkCondition = (path: string, condition: DraftCondition | null) =>
    condition?.rules.forEach((rule, index) => {
      const fault = faultOfRule(rule, earlier, everyName)
      if (fault) refuse(`${path}.showIf.rules.${index}.${fault.part}`, fault.code)
    })

  draft.steps.forEach((step, stepIndex) => {
    const stepPath = `steps.${stepIndex}`
    checkName(`${stepPath}.name`, step.name, stepNames, refuse)
    checkCondition(stepPath, step.showIf)
    if (step.fields.length === 0) refuse(`${stepPath}.fields`, 'step-empty')
    step.fields.forEach((field, fieldIndex) => {
      const path = `${stepPath}.fields.${fieldIndex}`
      checkName(`${path}.name`, field.name, new Set(earlier.keys()), refuse)
      checkCondition(path, field.showIf)
      checkType(path, field, refuse)
      earlier.set(field.name, field)
    })
  })

  draft.atLeastOne.forEach(({ fields }, index) => {
    const path = `atLeastOne.${index}.fields`
    const isOneStep = draft.steps.some((step) => fields.every((name) => step.fields.some((each) => each.name === name)))
    if (fields.length < 2) refuse(path, 'group-too-small')
    else if (fields.some((name) => !earlier.has(name))) refuse(path, 'group-field-unknown')
    else if (!isOneStep) refuse(path, 'group-across-steps')
  })
  draft.documents.forEach(({ field }, index) => {
    if (field && earlier.get(field)?.type !== 'file') refuse(`documents.${index}.field`, 'document-field-unknown')
  })
  return refusals
}

/** A rule looks at a question that stands earlier, and waits for an answer that can be given to it. */
function faultOfRule(
  { field, is, values }: DraftCondition['rules'][number],
  earlier: ReadonlyMap<string, DraftField>,
  everyName: ReadonlySet<string>,
): { part: 'field' | 'values'; code: DefinitionFault } | null {
  if (!field) return { part: 'field', code: 'rule-incomplete' }
  const asked = earlier.get(field)
  if (!asked) return { part: 'field', code: everyName.has(field) ? 'rule-field-later' : 'rule-field-unknown' }
  if (is === 'answered') return null
  if (values.length === 0) return { part: 'values', code: 'rule-incomplete' }
  const isListed = asked.type === 'choice' || asked.type === 'checkboxes'
  const known = asked.options.map(({ value }) => value)
  if (isListed && values.some((value) => !known.includes(value))) return { part: 'values', code: 'rule-value-unknown' }
  return null
}

type Refuse = (path: string, code: DefinitionFault) => void

function checkName(path: string, name: string, taken: Set<string>, refuse: Refuse): void {
  if (!AnswerName.safeParse(name).success) refuse(path, 'name-malformed')
  else if (reservedNames.has(name)) refuse(path, 'name-reserved')
  else if (taken.has(name)) refuse(path, 'name-doubled')
  taken.add(name)
}

function checkType(path: string, field: DraftField, refuse: Refuse): void {
  if (field.type === 'information' && !field.text) refuse(`${path}.text`, 'text-missing')
  if (field.type === 'number' && field.min !== null && field.max !== null && field.min > field.max)
    refuse(`${path}.max`, 'bounds-crossed')
  if (field.type !== 'choice' && field.type !== 'checkboxes') return
  if (field.options.length === 0) refuse(`${path}.options`, 'options-missing')
  const values = field.options.map(({ value }) => value)
  const doubled = values.findIndex((value, index) => values.indexOf(value) !== index)
  if (doubled >= 0) refuse(`${path}.options.${doubled}.value`, 'option-doubled')
}
