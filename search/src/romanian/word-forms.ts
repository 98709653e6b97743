import { kinOf } from './stem.ts'
import { tokensOf } from './tokens.ts'

/** Whether a search for the one word finds the other: they share a stem, or are parts of one verb. */
export function doFormsMeet(asked: string, written: string): boolean {
  const stems = stemsIn(asked)
  const wanted = new Set([...stems, ...stems.flatMap(kinOf)])
  return stemsIn(written).some((stem) => wanted.has(stem))
}

const stemsIn = (word: string) => tokensOf(word).flatMap((token) => token.stems)
