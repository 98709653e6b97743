import { createChallenge, randomInt, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { z } from 'zod'

/**
 * What a page's browser works out while its answers are read once more: a second on a phone, nothing for one filing,
 * a lot for ten thousand. 5,000 rounds a try and 150 to 300 tries are 0.2 to 0.5 s on a laptop.
 */
const work = { algorithm: 'PBKDF2/SHA-256', cost: 5_000, deriveKey }

/** A challenge for one filing alone, signed: a solution of it proves nothing for another. */
export async function challengeFor(secret: string, filing: { id: string; expiresAt: number }): Promise<string> {
  const challenge = await createChallenge({
    ...work,
    counter: randomInt(150, 300),
    data: { filing: filing.id },
    expiresAt: Math.ceil(filing.expiresAt / 1000),
    hmacSignatureSecret: secret,
    hmacKeySignatureSecret: secret,
  })
  return JSON.stringify(challenge)
}

const Proof = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      algorithm: z.literal(work.algorithm),
      nonce: z.string().max(200),
      salt: z.string().max(200),
      cost: z.literal(work.cost),
      keyLength: z.literal(32),
      keyPrefix: z.string().max(64),
      data: z.object({ filing: z.string() }),
    }),
    signature: z.string().max(200),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string().max(200) }),
})

/**
 * Whether the work was done for this filing. It is spent by the filing itself: under one id nothing else can be filed,
 * for as long as its answer is kept.
 */
export async function isProved(secret: string, filing: { id: string }, text: unknown): Promise<boolean> {
  if (typeof text !== 'string' || text.length > 4_000) return false
  try {
    const proof = Proof.parse(JSON.parse(text))
    if (proof.challenge.parameters.data.filing !== filing.id) return false
    const { verified } = await verifySolution({
      ...proof,
      deriveKey,
      hmacSignatureSecret: secret,
      hmacKeySignatureSecret: secret,
    })
    return verified
  } catch {
    return false // Not made by a page of ours, or altered.
  }
}
