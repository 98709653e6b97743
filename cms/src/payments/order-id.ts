/** The letters of access codes: none that is taken for another on paper. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 12

/** Twelve letters, 59 bits, out of random bytes. What lies above eight times thirty would favour the first letters. */
export function orderIdOf(randomBytes: (count: number) => Uint8Array): string {
  let id = ''
  while (id.length < length)
    for (const byte of randomBytes(16)) if (byte < 240 && id.length < length) id += alphabet[byte % alphabet.length]
  return id
}

/**
 * What the gateway is given as the name of the order. A start whose answer was lost is not repeated under the same
 * name, which the gateway may refuse: the second is `…-2`, and whatever comes under any of them is about the payment.
 */
export const attemptName = (order: string, attempt: number): string => (attempt <= 1 ? order : `${order}-${attempt}`)

export const orderOfAttempt = (name: string): string => name.replace(/-\d{1,3}$/, '')
