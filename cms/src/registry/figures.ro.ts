import type { DeskFigures, Load } from './desk-figures.ts'
import { countOf, shortDay } from './words.ro.ts'

export const figuresText = {
  title: 'Situația registraturii',
  noAccess: 'Situația o văd primarul, viceprimarul, secretarul general, registratorul și șefii de compartiment.',
  late: 'Cine întârzie',
  departments: 'Pe compartimente',
  people: 'Pe persoane',
  nobody: 'Nerepartizate',
  noPerson: 'Fără responsabil',
  months: 'Ce a intrat și ce s-a rezolvat',
  byMonth: 'Documente, pe luni',
  arrived: 'intrate',
  resolved: 'rezolvate',
  onTime: 'Răspunsuri în termen',
  durations: 'Cât durează un răspuns, pe feluri',
  durationsByMonth: 'Cât durează un răspuns, pe luni',
  table: 'Arată cifrele în tabel',
  nothing: 'Încă nu este nimic de numărat.',
} as const

/** The first sentence of the page: how the desk stands today. */
export function standing({ open, late, soon, unrouted }: DeskFigures['now']): string {
  if (open === 0) return 'Nu este niciun document în lucru.'
  const has = (count: number, one: string, many: string) =>
    `${count.toLocaleString('ro-RO')} ${count === 1 ? one : many}`
  const parts = [
    late === 0 ? 'niciunul nu are termenul depășit' : has(late, 'are termenul depășit', 'au termenul depășit'),
    ...(soon > 0 ? [has(soon, 'are termenul în cel mult trei zile', 'au termenul în cel mult trei zile')] : []),
    ...(unrouted > 0 ? [has(unrouted, 'așteaptă repartizarea', 'așteaptă repartizarea')] : []),
  ]
  return `${countOf(open, 'document în lucru', 'documente în lucru')}: ${parts.join(', ')}.`
}

export const oldestOf = ({ oldestDueOn }: Load): string => (oldestDueOn ? `din ${shortDay(oldestDueOn)}` : '')

const tenths = new Intl.NumberFormat('ro-RO', { maximumFractionDigits: 1 })
export const daysInWords = (days: number): string =>
  Number.isInteger(days) ? countOf(days, 'zi', 'zile') : `${tenths.format(days)} zile`
