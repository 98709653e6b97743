import { spellRomanian } from '@avizier/search/romanian-text'

/** A copy with every string in NFC and comma letters; the structure, numbers and dates are untouched. */
export function spelled<Value>(value: Value): Value {
  if (typeof value === 'string') return spellRomanian(value) as Value
  if (Array.isArray(value)) return value.map(spelled) as Value
  if (value && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, spelled(part)])) as Value
  }
  return value
}
