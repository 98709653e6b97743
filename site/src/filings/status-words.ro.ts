import type { EntryStatus } from '@avizier/cms/registry'

const ended = ['Soluționat', 'Transmis', 'Clasat', 'Redirecționat', 'Retras', 'Anulat']
export const isEnded = (stage: string): boolean => ended.includes(stage)

/** "Documentul este în lucru la urbanism" */
export function headingOf({ stadiu, compartiment }: Pick<EntryStatus, 'stadiu' | 'compartiment'>): string {
  const at = compartiment ? ` la ${compartiment}` : ''
  switch (stadiu) {
    case 'Înregistrat':
      return 'Documentul este înregistrat'
    case 'Repartizat':
      return `Documentul a ajuns${at || ' la compartimentul care răspunde'}`
    case 'În lucru':
      return `Documentul este în lucru${at}`
    case 'Așteptăm completări':
      return 'Așteptăm completări de la dumneavoastră'
    case 'Soluționat':
      return 'Răspunsul este semnat'
    case 'Transmis':
      return 'Răspunsul a fost trimis'
    case 'Redirecționat':
      return 'Documentul a fost trimis altei autorități'
    case 'Retras':
      return 'Documentul a fost retras'
    case 'Anulat':
      return 'Numărul a fost anulat'
    default:
      return `Documentul este ${stadiu.toLocaleLowerCase('ro')}`
  }
}

const dayNumber = (day: string) => Math.round(Date.parse(`${day}T12:00:00Z`) / 86_400_000)

/** The days of a term: all of them, those that are gone, those that are left (below zero: days late). */
export function termDays({ from, until, today }: { from: string; until: string; today: string }) {
  const total = Math.max(1, dayNumber(until) - dayNumber(from))
  const gone = Math.min(Math.max(0, dayNumber(today) - dayNumber(from)), total)
  return { total, gone, left: dayNumber(until) - dayNumber(today) }
}
