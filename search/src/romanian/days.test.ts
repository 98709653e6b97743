import { expect, it } from 'vitest'
import { namedDays } from './days.ts'

it.each([
  ['28.03.2024', ['2024-3-28']],
  ['28/03/2024 sau 28-3-2024', ['2024-3-28', '2024-3-28']],
  ['la 28 martie 2024, ora 14', ['2024-3-28']],
  ['Martie 2024', ['2024-3-null']],
  ['noi. 2023', ['2023-11-null']],
  ['2024-03-28', ['2024-3-28']],
  ['nr. 45/28.03.2024', ['2024-3-28']],
  ['31.02.2024, 00.00.2024, 45.13.2024', []],
  ['în 2024', []],
])('%s', (text, days) => {
  expect(namedDays(text).map(({ year, month, day }) => `${year}-${month}-${day}`)).toEqual(days)
})
