export type CountedNoun = { one: string; many: string }

const number = new Intl.NumberFormat('ro-RO')

/**
 * A count in words: "un act" is written 1 act, 7 acte, 20 de acte, 101 acte, 1.020 de acte.
 * From 20 on Romanian puts "de" before the noun, except where the last two digits are 01 to 19.
 */
export function countOf(count: number, { one, many }: CountedNoun): string {
  if (count === 1) return `1 ${one}`
  const rest = count % 100
  const takesDe = count >= 20 && (rest === 0 || rest >= 20)
  return `${number.format(count)} ${takesDe ? 'de ' : ''}${many}`
}

export const nouns = {
  act: { one: 'act', many: 'acte' },
  decision: { one: 'hotărâre', many: 'hotărâri' },
  order: { one: 'dispoziție', many: 'dispoziții' },
  announcement: { one: 'anunț', many: 'anunțuri' },
  document: { one: 'document', many: 'documente' },
  page: { one: 'pagină', many: 'pagini' },
  result: { one: 'rezultat', many: 'rezultate' },
} as const satisfies Record<string, CountedNoun>
