import { misspellingDistance } from './romanian/misspelling.ts'
import type { ParsedQuery } from './romanian/query.ts'
import { stemsOf } from './romanian/stem.ts'
import { spellRomanian } from './romanian-text.ts'
import type { Understood } from './understand-query.ts'
import type { Vocabulary, Word } from './vocabulary.ts'

/** A word is mistyped when no document has it, or few do and a hundred times as many have its neighbour. */
const rarity = 100

type Correction = { start: number; end: number; text: string }

/** The query with its misspelt words put right; null when there are none. */
export async function correctionsOf(
  vocabulary: Vocabulary,
  parsed: ParsedQuery,
  understood: readonly Understood[],
): Promise<string | null> {
  const corrections: Correction[] = []
  for (let at = 0; at < understood.length; at++) {
    const [here, next] = [understood[at] as Understood, understood[at + 1]]
    const joined = next && (await joinedWords(vocabulary, parsed.text, here, next))
    if (joined) {
      corrections.push(joined)
      at++
      continue
    }
    if (!isOdd(here)) continue
    const { clause } = here
    const meant = await meantWord(vocabulary, clause.forms[0] ?? '', here.docs)
    if (meant) corrections.push({ start: clause.start, end: clause.end, text: inCase(meant, clause.typed) })
  }
  return corrections.length > 0 ? applied(parsed.text, corrections) : null
}

/** A word that hardly a document holds, and that no other word begins with. */
const isOdd = ({ clause, docs, prefix }: Understood) =>
  clause.kind === 'word' &&
  docs <= 3 &&
  prefix === null &&
  clause.alternatives.length === 1 &&
  clause.forms.length === 1

async function meantWord(vocabulary: Vocabulary, typed: string, docs: number): Promise<string | null> {
  if (typed.length < 4) return null
  const stem = stemsOf(typed)[0] ?? typed
  let best: { shown: string; score: number } | null = null
  for (const word of await vocabulary.near({ form: typed, stem })) {
    const distance = nearest(typed, stem, word)
    if (distance === null || word.stem === stem) continue
    if (docs > 0 && (distance > 1.2 || word.docs < rarity * docs || typed.length < 6)) continue
    const score = Math.log(1 + word.docs) - 5 * distance
    if (!best || score > best.score) best = { shown: word.shown, score }
  }
  return best?.shown ?? (docs > 0 ? null : splitWord(vocabulary, typed))
}

/** The index may hold the word in other forms only: "iluminta" is near the stem of "iluminatului". */
function nearest(typed: string, stem: string, word: Word): number | null {
  const limit = typed.length > 5 ? 2.2 : 1.4
  const byForm = misspellingDistance(typed, word.form, limit)
  const byStem = stem.length > 3 ? misspellingDistance(stem, word.stem, limit) : null
  return byStem === null ? byForm : Math.min(byForm ?? Number.POSITIVE_INFINITY, byStem + 0.1)
}

/** "locdeparcare" was two words or more; asked last, for it explains most things somehow. */
async function splitWord(vocabulary: Vocabulary, typed: string): Promise<string | null> {
  if (typed.length < 7) return null
  const cuts = Array.from({ length: typed.length - 5 }, (_, at) => at + 3)
  const words = await vocabulary.known(cuts.flatMap((at) => [typed.slice(0, at), typed.slice(at)]))
  const known = new Map(words.filter(({ docs, form }) => docs > 1 || form.length > 3).map((word) => [word.form, word]))
  let best: { first: Word; second: Word } | null = null
  for (const at of cuts) {
    const [first, second] = [known.get(typed.slice(0, at)), known.get(typed.slice(at))]
    if (!first || !second) continue
    if (!best || Math.min(first.docs, second.docs) > Math.min(best.first.docs, best.second.docs))
      best = { first, second }
  }
  return best && `${best.first.shown} ${best.second.shown}`
}

/** "primă ria": neither is a word, both together are. */
async function joinedWords(
  vocabulary: Vocabulary,
  text: string,
  first: Understood,
  second: Understood,
): Promise<Correction | null> {
  if (first.clause.kind !== 'word' || second.clause.kind !== 'word') return null
  const isSuspect = (one: Understood) => one.docs === 0 || one.prefix !== null
  if (!isSuspect(first) && !isSuspect(second)) return null
  const [{ start }, { end }] = [first.clause, second.clause]
  const form = [...first.clause.forms, ...second.clause.forms].join('')
  if (!/^\S+\s\S+$/.test(text.slice(start, end))) return null
  const [word] = await vocabulary.known([form])
  return word ? { start, end, text: inCase(word.shown, text.slice(start, end)) } : null
}

function applied(text: string, corrections: readonly Correction[]): string {
  let corrected = text
  for (const { start, end, text: word } of [...corrections].reverse())
    corrected = corrected.slice(0, start) + word + corrected.slice(end)
  return corrected
}

/** A correction is written as the typed word was: a word from the beginning of a sentence is no name. */
function inCase(shown: string, typed: string): string {
  const spelled = spellRomanian(shown)
  return typed === typed.toLowerCase() || spelled === spelled.toUpperCase() ? spelled.toLowerCase() : spelled
}
