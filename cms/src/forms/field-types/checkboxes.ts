import type { FieldOf } from '../contract.ts'
import { optionFor, showChoice } from './choice.ts'
import { answered, faultOf, none } from './written.ts'

/** Ticked values, each once, in the order of the options. A form post sends one as a string and several as a list. */
export function parseCheckboxes(raw: unknown, { options }: FieldOf<'checkboxes'>) {
  const ticked = (Array.isArray(raw) ? raw : [raw]).filter((each) => each !== undefined && each !== null && each !== '')
  if (ticked.length === 0) return none
  if (ticked.length > options.length * 2) return faultOf('choice-unknown')
  const chosen = new Set<string>()
  for (const each of ticked) {
    const value = typeof each === 'string' && each.length <= 300 ? optionFor(each, options) : null
    if (value === null) return faultOf('choice-unknown')
    chosen.add(value)
  }
  return answered(options.map(({ value }) => value).filter((value) => chosen.has(value)))
}

export const showCheckboxes = (values: readonly string[], field: FieldOf<'checkboxes'>) =>
  values.map((value) => showChoice(value, field)).join(', ')
