import type { Answers, FormDefinition, FormStep } from './contract.ts'
import { parseAnswers, parseStep } from './parse-answers.ts'
import { isShown } from './show-if.ts'

/**
 * A journey leads from the start page through the pages that the answers so far call for, one thing each, to the
 * check of all answers. It holds no state: pages are named, and every question here is asked of the answers.
 */

/** The pages of this journey, in order. */
export const stepsOf = (definition: FormDefinition, answers: Answers): FormStep[] =>
  definition.steps.filter(
    (step) => isShown(step.showIf, answers) && step.fields.some((field) => isShown(field.showIf, answers)),
  )

/** null when the form asks nothing of these answers. */
export const firstStep = (definition: FormDefinition, answers: Answers): FormStep | null =>
  stepsOf(definition, answers)[0] ?? null

/** The page after `name`; null when the answers come to be checked. A page that is no longer shown has neighbours too. */
export function nextStep(definition: FormDefinition, answers: Answers, name: string): FormStep | null {
  const after = definition.steps.slice(definition.steps.findIndex((step) => step.name === name) + 1)
  const shown = stepsOf(definition, answers)
  return after.find((step) => shown.includes(step)) ?? null
}

/** The page before `name`; null when it is the start page. */
export function previousStep(definition: FormDefinition, answers: Answers, name: string): FormStep | null {
  const at = definition.steps.findIndex((step) => step.name === name)
  const shown = stepsOf(definition, answers)
  return definition.steps.slice(0, Math.max(at, 0)).findLast((step) => shown.includes(step)) ?? null
}

/** "Întrebarea 2 din 5"; null for a page that is not shown. */
export function positionOf(definition: FormDefinition, answers: Answers, name: string) {
  const shown = stepsOf(definition, answers)
  const index = shown.findIndex((step) => step.name === name)
  return index < 0 ? null : { number: index + 1, of: shown.length }
}

/** The first page that still lacks something; null when all is answered. Where a link from outside leads. */
export function firstUnfinished(definition: FormDefinition, raw: unknown, at: { today: string }): FormStep | null {
  return definition.steps.find((step) => parseStep(definition, step.name, raw, at).kind === 'refused') ?? null
}

export const isComplete = (definition: FormDefinition, raw: unknown, at: { today: string }): boolean =>
  parseAnswers(definition, raw, at).kind === 'accepted'
