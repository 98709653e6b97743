/** Money is whole bani, in lei alone. Nothing here ever multiplies a fraction: texts are cut at the point. */
export const currency = 'RON'

/** Ten million lei: far above any fine or fee, far below what a number can hold. */
export const largestAmountBani = 1_000_000_000

/**
 * Lei as people or gateways write them: "12", "12.34", "12,34", "1.234,50". Null for what is not an amount of money:
 * a third of a ban, an exponent, a sign, nothing, zero, or more than the largest.
 */
export function parseLei(written: string): number | null {
  const text = written.trim()
  const parts =
    /^([1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d{1,2}))?$/.exec(text) ?? // a point before three figures groups thousands
    /^(\d{1,8})(?:[.,](\d{1,2}))?$/.exec(text)
  if (!parts) return null
  const [, lei = '', bani = ''] = parts
  const amount = Number(lei.replaceAll('.', '')) * 100 + Number(bani.padEnd(2, '0'))
  return isAmount(amount) ? amount : null
}

/** An amount in lei out of JSON, where it is a number: 12.34 is 1234 bani, and 12.345 is nothing. */
export const leiToBani = (lei: unknown): number | null =>
  typeof lei === 'number' && Number.isFinite(lei) ? parseDecimal(String(lei)) : null

/** As gateways write it: "1234.50". */
export const decimalOfBani = (amountBani: number): string =>
  `${Math.trunc(amountBani / 100)}.${String(amountBani % 100).padStart(2, '0')}`

/** The reverse, and nothing else: a machine does not group thousands. */
export const parseDecimal = (written: string): number | null =>
  /^\d{1,8}(\.\d{1,2})?$/.test(written) ? parseLei(written) : null

/** As people read it: "1.234,50 lei". */
export function formatLei(amountBani: number): string {
  const lei = String(Math.trunc(amountBani / 100)).replaceAll(/\B(?=(\d{3})+$)/g, '.')
  return `${lei},${String(amountBani % 100).padStart(2, '0')} lei`
}

export const isAmount = (amountBani: number): boolean =>
  Number.isSafeInteger(amountBani) && amountBani > 0 && amountBani <= largestAmountBani
