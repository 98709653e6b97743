import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'

/** The proof for a challenge of ours; null where the browser cannot work it out, or not in time. */
export async function solveProof(text: string): Promise<string | null> {
  try {
    const challenge = JSON.parse(text)
    const solution = await solveChallenge({ challenge, deriveKey, timeout: 60_000 })
    return solution && JSON.stringify({ challenge, solution })
  } catch {
    return null // No WebCrypto: the filing goes without, and a person looks at it.
  }
}
