import type { FieldOf } from '../contract.ts'
import { answered, faultOf, readLine } from './written.ts'

const grouped = /^-?\d{1,3}(\.\d{3})+$/

/** Reads "1.250,5", "1250.5", "1 250" and "350 mp": a comma is decimal, dots before groups of three are not. */
export function parseNumber(raw: unknown, { min, max, decimals, unit }: FieldOf<'number'>) {
  const line = readLine(raw, 60)
  if (line.kind !== 'value') return line.kind === 'fault' ? faultOf('number-malformed') : line
  const bare = withoutUnit(line.value, unit).replace(/\s/g, '').replace(/^\+/, '').replace(/^−/, '-')
  const plain = bare.includes(',') || grouped.test(bare) ? bare.replaceAll('.', '').replace(',', '.') : bare
  if (!/^-?\d{1,15}(\.\d{1,10})?$/.test(plain)) return faultOf('number-malformed')
  const value = Number(plain)
  if ((plain.split('.')[1] ?? '').replace(/0+$/, '').length > decimals) return faultOf('number-too-precise')
  if (min !== null && value < min) return faultOf('number-too-small')
  if (max !== null && value > max) return faultOf('number-too-large')
  return answered(value)
}

/** Square metres are written in many ways; the field says which unit it is. */
function withoutUnit(line: string, unit: string): string {
  const units = unit === 'm²' ? ['m²', 'mp', 'm2', 'metri pătrați'] : [unit]
  const found = units.find((each) => each && line.toLowerCase().endsWith(each.toLowerCase()))
  return found ? line.slice(0, -found.length) : line
}

export const showNumber = (value: number, { unit, decimals }: Pick<FieldOf<'number'>, 'unit' | 'decimals'>) =>
  `${new Intl.NumberFormat('ro-RO', { maximumFractionDigits: decimals }).format(value)}${unit && `\u00a0${unit}`}`
