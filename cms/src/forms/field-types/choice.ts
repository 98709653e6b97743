import { foldRomanian } from '@avizier/search/romanian-text'
import type { FieldOf } from '../contract.ts'
import { answered, faultOf, readLine } from './written.ts'

type Options = FieldOf<'choice'>['options']

/** The value of an option; its label is taken too, for people who answer by machine from what they read. */
export function parseChoice(raw: unknown, { options }: Pick<FieldOf<'choice'>, 'options'>) {
  const line = readLine(raw, 300)
  if (line.kind !== 'value') return line.kind === 'fault' ? faultOf('choice-unknown') : line
  const value = optionFor(line.value, options)
  return value === null ? faultOf('choice-unknown') : answered(value)
}

export function optionFor(written: string, options: Options): string | null {
  const found = options.find(({ value }) => value === written)
  if (found) return found.value
  const folded = foldRomanian(written)
  return (
    options.find(({ value, label }) => foldRomanian(label) === folded || foldRomanian(value) === folded)?.value ?? null
  )
}

export const showChoice = (value: string, { options }: { options: Options }) =>
  options.find((option) => option.value === value)?.label ?? value
