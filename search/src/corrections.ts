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
    if (docs > 0 && !isSlipOf(typed, word, docs)) continue
    const score = Math.log(1 + word.docs) - 5 * distance
    if (!best || score > best.score) best = { shown: word.shown, score }
  }
  return best?.shown ?? (docs > 0 ? null : splitWord(vocabulary, typed))
}

/** What documents hold may be a rare word: only a slip of the fingers away from a common one is it taken for a misspelling. */
const isSlipOf = (typed: string, word: Word, docs: number) =>
  typed.length > 5 && word.docs >= rarity * docs && misspellingDistance(typed, word.form, 0.85) !== null

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
  const cuts = Array.from({ length: typed.length - 5 }, (_, at) => [typed.slice(0, at + 3), typed.slice(at + 3)])
  const parts = cuts.flat().map((form) => ({ form, stem: stemsOf(form)[0] ?? form }))
  const counts = await vocabulary.counts(parts)
  const docsOf = (at: number) => {
    const docs = counts[at]?.stemDocs ?? 0
    return docs > 1 || (parts[at]?.form.length ?? 0) > 3 ? docs : 0
  }
  let best: { cut: readonly string[]; docs: number } | null = null
  for (const [at, cut] of cuts.entries()) {
    const docs = Math.min(docsOf(2 * at), docsOf(2 * at + 1))
    if (docs > (best?.docs ?? 0)) best = { cut, docs }
  }
  if (!best) return null
  const known = new Map((await vocabulary.known(best.cut)).map(({ form, shown }) => [form, shown]))
  return best.cut.map((form) => known.get(form) ?? form).join(' ')
}

/** "primă ria": neither is a word, both together are; "on-line" is written in one as well. */
async function joinedWords(
  vocabulary: Vocabulary,
  text: string,
  first: Understood,
  second: Understood,
): Promise<Correction | null> {
  if (first.clause.kind !== 'word' || second.clause.kind !== 'word') return null
  const isSuspect = (one: Understood) => one.docs === 0 || one.prefix !== null
  const [{ start }, { end }] = [first.clause, second.clause]
  const form = [...first.clause.forms, ...second.clause.forms].join('')
  const typed = text.slice(start, end)
  const isHyphened = /^[^\s-]+-[^\s-]+$/.test(typed)
  const isSplit = /^\S+\s\S+$/.test(typed) && (isSuspect(first) || isSuspect(second))
  if (!isHyphened && !isSplit) return null
  const [word] = await vocabulary.known([form])
  return word ? { start, end, text: inCase(word.shown, typed) } : null
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
