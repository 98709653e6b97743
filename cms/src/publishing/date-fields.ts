import type { DateField } from 'payload'
import { dayOf, momentOfDay } from './calendar.ts'

type Given = Omit<DateField, 'type'>

/** A calendar day of Europe/Bucharest, kept as noon UTC whatever hour or form it was typed in. */
export const dayField = ({ hooks, admin, ...field }: Given): DateField => ({
  ...field,
  type: 'date',
  admin: { ...admin, date: { pickerAppearance: 'dayOnly', displayFormat: 'd MMM yyyy' } },
  hooks: {
    ...hooks,
    beforeValidate: [({ value }) => keptDay(value), ...(hooks?.beforeValidate ?? [])],
  },
})

/** A moment, shown in the clerk's own zone. */
export const momentField = ({ admin, ...field }: Given): DateField => ({
  ...field,
  type: 'date',
  admin: { ...admin, date: { pickerAppearance: 'dayAndTime', displayFormat: 'd MMM yyyy, HH:mm', timeIntervals: 15 } },
})

function keptDay(value: unknown): unknown {
  if (typeof value !== 'string' && !(value instanceof Date)) return value
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return momentOfDay(value)
  return Number.isNaN(new Date(value).getTime()) ? value : momentOfDay(dayOf(value))
}
