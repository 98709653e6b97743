import type { ClientBase } from 'pg'
import { misspellingDistance, oneSlipAway } from '../romanian/misspelling.ts'
import { type Clause, type ParsedQuery, parseQuery, type Synonyms } from '../romanian/query.ts'
import { stemsOf } from '../romanian/stem.ts'
import { spellRomanian } from '../romanian-text.ts'
import type { Generation } from './generation.ts'
import type { Understood } from './understanding.ts'

type Word = { form: string; stem: string; docs: number; shown: string }
type Counts = { formDocs: number; stemDocs: number; prefixDocs: number }

/** Postgres' count of documents in which a clause that is no plain word stands; nobody needs it closer. */
const guessedDocs = { act: 2, day: 20, phrase: 20, number: 200, concept: 200, word: 0 }

/** A word is mistyped when no document has it, or few do and a hundred times as many have its neighbour. */
const rarity = 100

export type Understanding = { parsed: ParsedQuery; understood: readonly Understood[]; corrected: string | null }

type Asked = { client: ClientBase; generation: Generation; trigrams: string }

/** Looks each word up: how many documents hold it, whether it is only begun, and what it was perhaps meant to be. */
export async function understandQuery({
  parsed,
  synonyms,
  mayCorrect,
  ...asked
}: Asked & { parsed: ParsedQuery; synonyms: Synonyms; mayCorrect: boolean }): Promise<Understanding> {
  const counts = await countsOf(asked, parsed.clauses)
  const understood: Understood[] = []
  for (const [index, clause] of parsed.clauses.entries()) {
    const count = counts.get(clause)
    const isLast = index === parsed.clauses.length - 1 && parsed.isLastOpen
    understood.push(count ? await understandWord({ ...asked, clause, count, isLast }) : asIs(clause))
  }
  if (!mayCorrect) return { parsed, understood, corrected: null }
  const corrections = await correctionsOf(asked, parsed, understood)
  if (corrections.length === 0) return { parsed, understood, corrected: null }
  const corrected = applied(parsed.text, corrections)
  const again = parseQuery(corrected, synonyms)
  return { ...(await understandQuery({ ...asked, parsed: again, synonyms, mayCorrect: false })), corrected }
}

const asIs = (clause: Clause): Understood => ({ clause, docs: guessedDocs[clause.kind], prefix: null, moreTerms: [] })

async function countsOf(
  { client, generation: { words } }: Asked,
  clauses: readonly Clause[],
): Promise<Map<Clause, Counts>> {
  const asked = clauses.filter(({ kind, forms }) => (kind === 'word' || kind === 'concept') && forms.length === 1)
  if (asked.length === 0) return new Map()
  const forms = asked.map((clause) => clause.forms[0] ?? '')
  const { rows } = await client.query(
    `select coalesce((select docs from ${words} where form = asked.form), 0) as form_docs,
            coalesce((select sum(docs) from ${words} where stem = asked.stem), 0)::integer as stem_docs,
            coalesce((select sum(docs) from (
              select docs from ${words} where form > asked.form and form < asked.after limit 300
            ) begun), 0)::integer as prefix_docs
     from unnest($1::text[], $2::text[], $3::text[]) with ordinality as asked (form, stem, after, position)
     order by position`,
    [forms, asked.map((clause) => clause.alternatives[0]?.terms[0] ?? ''), forms.map((form) => `${form}\u{10ffff}`)],
  )
  return new Map(
    asked.map((clause, index) => [
      clause,
      {
        formDocs: rows[index].form_docs,
        stemDocs: rows[index].stem_docs,
        prefixDocs: rows[index].prefix_docs,
      },
    ]),
  )
}

async function understandWord({
  clause,
  count,
  isLast,
  ...asked
}: Asked & { clause: Clause; count: Counts; isLast: boolean }): Promise<Understood> {
  const form = clause.forms[0] ?? ''
  const plain: Understood = { ...asIs(clause), docs: count.stemDocs }
  const isBegun = clause.kind === 'word' && form.length > 1 && count.prefixDocs > 20 * count.stemDocs
  if (!isBegun || (!isLast && (form.length < 4 || count.stemDocs > 0))) return plain
  return { ...plain, docs: count.prefixDocs, prefix: form, moreTerms: await begunStems(asked, form) }
}

/** Stems of the words that begin so; a half-typed ending is no beginning of a stem: "hotărâril". */
async function begunStems({ client, generation }: Asked, start: string): Promise<string[]> {
  if (start.length < 4) return []
  const { rows } = await client.query<{ stem: string }>(
    `select stem from (
       select stem, docs from ${generation.words} where form > $1 and form < $2 order by form limit 300
     ) begun group by stem order by sum(docs) desc limit 30`,
    [start, `${start}\u{10ffff}`],
  )
  return rows.map(({ stem }) => stem).filter((stem) => !stem.startsWith(start))
}

type Correction = { start: number; end: number; text: string }

async function correctionsOf(
  asked: Asked,
  parsed: ParsedQuery,
  understood: readonly Understood[],
): Promise<Correction[]> {
  const corrections: Correction[] = []
  for (let at = 0; at < understood.length; at++) {
    const [here, next] = [understood[at] as Understood, understood[at + 1]]
    const joined = next && (await joinedWords(asked, parsed.text, here, next))
    if (joined) {
      corrections.push(joined)
      at++
      continue
    }
    if (!isOdd(here)) continue
    const { clause } = here
    const meant = await meantWord(asked, clause.forms[0] ?? '', here.docs)
    if (meant) corrections.push({ start: clause.start, end: clause.end, text: inCase(meant, clause.typed) })
  }
  return corrections
}

/** A word that hardly a document holds, and that no other word begins with. */
const isOdd = ({ clause, docs, prefix }: Understood) =>
  clause.kind === 'word' &&
  docs <= 3 &&
  prefix === null &&
  clause.alternatives.length === 1 &&
  clause.forms.length === 1

async function meantWord(asked: Asked, typed: string, docs: number): Promise<string | null> {
  if (typed.length < 4) return null
  const stem = stemsOf(typed)[0] ?? typed
  let best: { shown: string; score: number } | null = null
  for (const word of await nearWords(asked, typed, stem)) {
    const distance = nearest(typed, stem, word)
    if (distance === null || word.stem === stem) continue
    if (docs > 0 && (distance > 1.2 || word.docs < rarity * docs || typed.length < 6)) continue
    const score = Math.log(1 + word.docs) - 5 * distance
    if (!best || score > best.score) best = { shown: word.shown, score }
  }
  return best?.shown ?? (docs > 0 ? null : splitWord(asked, typed))
}

/** The index may hold the word in other forms only: "iluminta" is near the stem of "iluminatului". */
function nearest(typed: string, stem: string, word: Word): number | null {
  const limit = typed.length > 5 ? 2.2 : 1.4
  const byForm = misspellingDistance(typed, word.form, limit)
  const byStem = stem.length > 3 ? misspellingDistance(stem, word.stem, limit) : null
  return byStem === null ? byForm : Math.min(byForm ?? Number.POSITIVE_INFINITY, byStem + 0.1)
}

async function nearWords({ client, generation, trigrams }: Asked, typed: string, stem: string): Promise<Word[]> {
  const { rows } = await client.query<Word>(
    `(select form, stem, docs, shown from ${generation.words} where form = any($1) order by docs desc limit 20)
     union all
     (select distinct on (stem) form, stem, docs, shown from ${generation.words} where stem = any($2)
      order by stem, length(form), docs desc limit 20)`,
    [oneSlipAway(typed), stem.length > 3 ? oneSlipAway(stem) : []],
  )
  if (rows.length > 0 || typed.length < 6) return rows
  const farther = await client.query<Word>(
    `select form, stem, docs, shown from ${generation.words}
     where form operator(${trigrams}.%) $1 and abs(length(form) - length($1)) <= 2
     order by ${trigrams}.similarity(form, $1) desc limit 40`,
    [typed],
  )
  return farther.rows
}

/** "locdeparcare" was two words or more; asked last, for it explains most things somehow. */
async function splitWord({ client, generation }: Asked, typed: string): Promise<string | null> {
  if (typed.length < 7) return null
  const cuts = Array.from({ length: typed.length - 5 }, (_, at) => at + 3)
  const { rows } = await client.query<{ form: string; shown: string; docs: number }>(
    `select form, shown, docs from ${generation.words} where form = any($1) and (docs > 1 or length(form) > 3)`,
    [cuts.flatMap((at) => [typed.slice(0, at), typed.slice(at)])],
  )
  const known = new Map(rows.map((row) => [row.form, row]))
  let best: { first: (typeof rows)[0]; second: (typeof rows)[0] } | null = null
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
  { client, generation }: Asked,
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
  const { rows } = await client.query<Word>(`select shown from ${generation.words} where form = $1`, [form])
  return rows[0] ? { start, end, text: inCase(rows[0].shown, text.slice(start, end)) } : null
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
