import type { FormDefinition, FormTheme } from '@avizier/cms/forms'
import { countOf } from '../romanian/plural.ts'

/** The themes in the order in which people look for them. */
export const themeWords: Record<FormTheme, string> = {
  writing: 'Scrieți primăriei',
  taxes: 'Impozite și taxe',
  land: 'Terenuri și registrul agricol',
  building: 'Urbanism și adrese',
  utilities: 'Apă și canal',
  family: 'Stare civilă',
  papers: 'Copii de acte și date personale',
}

export const signatureWords: Record<FormDefinition['signature'], string> = {
  none: 'nu trebuie: ajung numele și răspunsurile',
  handOrQualified: 'de mână, pe o foaie scanată sau fotografiată, ori electronică, calificată',
}

const lei = new Intl.NumberFormat('ro-RO', { minimumFractionDigits: 2 })

/** "nimic", "9 lei", "12,50 lei, plătiți la ridicare" */
export function feeOf({ feeBani, feeSentence }: Pick<FormDefinition, 'feeBani' | 'feeSentence'>): string {
  const sum = feeBani === null ? '' : leiOf(feeBani)
  return [sum, feeSentence].filter(Boolean).join(', ') || 'nimic'
}

function leiOf(bani: number): string {
  if (bani % 100 !== 0) return `${lei.format(bani / 100)} lei`
  return countOf(bani / 100, { one: 'leu', many: 'lei' })
}

export const minutesOf = (minutes: number) => countOf(minutes, { one: 'minut', many: 'minute' })
