import type { FieldType, FormField } from '@avizier/cms/forms'

type Attributes = Record<string, string | number | undefined>

/** How each kind of one-line question is typed: what keyboard a phone shows, what a browser may fill in. */
const ofType: Partial<Record<FieldType, Attributes>> = {
  text: { type: 'text' },
  number: { type: 'text', inputmode: 'decimal', autocomplete: 'off', class: 'is-short' },
  date: { type: 'text', inputmode: 'text', autocomplete: 'off', class: 'is-short' },
  cnp: { type: 'text', inputmode: 'numeric', autocomplete: 'off', class: 'is-medium' },
  cui: { type: 'text', autocomplete: 'off', class: 'is-medium' },
  iban: { type: 'text', autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false' },
  email: { type: 'email', autocomplete: 'email', spellcheck: 'false' },
  phone: { type: 'tel', autocomplete: 'tel', class: 'is-medium' },
}

export const attributesOf = (field: FormField): Attributes => ({
  ...ofType[field.type],
  ...(field.autocomplete ? { autocomplete: field.autocomplete } : {}),
})

/** The parts of an address as they are asked, with the word for each. */
export const addressWords = {
  judet: 'Județul',
  localitate: 'Localitatea',
  strada: 'Strada',
  numar: 'Numărul',
  bloc: 'Bloc, scară, apartament',
  cod_postal: 'Codul poștal',
} as const

export const addressAutocomplete = {
  judet: 'address-level1',
  localitate: 'address-level2',
  strada: 'address-line1',
  numar: 'off',
  bloc: 'address-line2',
  cod_postal: 'postal-code',
} as const

export const usualHints: Partial<Record<FieldType, string>> = {
  date: 'Ca în buletin, de exemplu 5.03.1968.',
  cnp: 'Cele 13 cifre din cartea de identitate.',
}

/** The control that a fault points at: the first of a group, for one has to be chosen. */
export function controlId(field: FormField | undefined, name: string): string {
  const isGroup = field && (field.type === 'checkboxes' || (field.type === 'choice' && field.display === 'radios'))
  if (isGroup) return `camp-${name}-0`
  if (field?.type === 'address' && !name.includes('.')) return `camp-${name}.localitate`
  return `camp-${name}`
}
