import { ambiguousForms, irregularForms, keptStems } from './irregular-forms.ts'

/**
 * The endings of nouns and adjectives, longest first. Folding comes before: a form without diacritics must meet the
 * one with them, and "hotărârii" and "hotararii" lose the same letters.
 */
const endings = (
  'eurilor iurilor urilor ielor iele eului eelor iilor iului eurile iurile urile eilor elor ilor ului elui eele eile iile euri ' +
  'iuri iei iul eul eea eia eii eie ele ile uri ii ie ia iu ea ei ee eu ul a e i u'
)
  .split(' ')
  .sort((one, other) => other.length - one.length)

/** Endings of nouns like traseu, alee, femeie; after a shorter stem these letters belong to the word: leu, zeu. */
const longStemEndings = new Set(
  'eurilor eului eelor eele eile eilor eurile euri eul eea eia eii eie ee eu iurilor iurile iuri'.split(' '),
)

/** Nouns in -ură, whose -uri is no plural ending: structuri, facturi, but locuri. */
const inUra =
  /(?:^|[^p])(?:mas|pad|cult|nat|proced|fig|bord|anverg|lect|cald|apat|uz|arm|asig|temperat|lat|incarcat|fract)$|(?:...at|ct|lt)$/

/**
 * The part of a folded word that its forms share; it is a key, not a word. Inflection only: primar and primărie,
 * taxă and taxi stay apart.
 */
export function stemsOf(form: string): readonly string[] {
  const known = memory.get(form)
  if (known) return known
  const stems = ambiguousForms.get(form) ?? [stemOf(form)]
  if (memory.size < 100_000) memory.set(form, stems)
  return stems
}

/** Words come back; working them out once is most of the speed of a rebuild. Bounded. */
const memory = new Map<string, readonly string[]>()

function stemOf(form: string): string {
  const irregular = irregularForms.get(form)
  if (irregular !== undefined) return irregular
  if (form.length < 3 || /\d/.test(form)) return form
  for (const kept of keptStems)
    if (form.startsWith(kept.start) && kept.endings.has(form.slice(kept.start.length))) return kept.stem
  // -bile is the plural of -bil: imobile, valabile.
  if (/[aio]bile$/.test(form)) return form.slice(0, -1)
  let stem = form
  let taken = ''
  for (const ending of endings) {
    if (!form.endsWith(ending)) continue
    const base = form.slice(0, -ending.length)
    if (base.length < (longStemEndings.has(ending) ? 3 : 2) || !/[aeiou]/.test(base)) continue
    stem = ending.startsWith('ur') && inUra.test(base) ? `${base}ur` : base
    taken = ending
    break
  }
  return sameVowels(sameConsonants(stem, taken))
}

/** Consonants that an i softens: străzi of stradă, orășenești of orășenesc. */
function sameConsonants(stem: string, ending: string): string {
  if (!ending.startsWith('i')) return stem
  if (stem.length > 3 && stem.endsWith('z') && !/(?:uz|caz|gaz|ez|iz)$/.test(stem)) return `${stem.slice(0, -1)}d`
  if (stem.length > 6 && /[nrlt]est$/.test(stem)) return `${stem.slice(0, -1)}c`
  return stem
}

/** Vowels that change under stress: școală – școli, cetățean – cetățeni, piață – piețe. */
function sameVowels(stem: string): string {
  const plain = stem.replace(/oa/g, 'o')
  if (plain.length < 4) return plain
  return plain.replace(/ea(?=[^aeiou]+$)/, 'e').replace(/ia(?=[^aeiou]{1,3}$)/, 'ie')
}

/**
 * Stems of other parts of the same verb: "aprobat" and "aprobarea" for "aprobează". Asked for beside the stem itself
 * and ranked below it; never indexed, for "stare" is no form of "stat".
 */
export function kinOf(stem: string): readonly string[] {
  if (verbsWithoutEnding.has(stem)) return verbFamilies[0]?.map((ending) => stem + ending) ?? []
  for (const family of verbFamilies) {
    const ending = family.find((one) => stem.endsWith(one) && stem.length - one.length >= 4)
    if (!ending) continue
    const base = stem.slice(0, -ending.length)
    const kin = family.filter((one) => one !== ending).map((one) => base + one)
    return verbsWithoutEnding.has(base) ? [base, ...kin] : kin
  }
  return []
}

/** Longest first within a family, so that "easc" is not taken for "esc". */
const verbFamilies = [
  ['eaz', 'and', 'ez', 'at', 'ar'],
  ['easc', 'iasc', 'iest', 'iesc', 'ind', 'est', 'esc', 'it', 'ir'],
]

/**
 * Verbs that a town hall conjugates without -ează, and whose bare stem is no other word: "se aprobă" belongs to
 * "aprobare", but "parc" not to "parcare".
 */
const verbsWithoutEnding = new Set(
  `aprob modific abrog repar rectific constat desemn aloc verific notific comunic solicit declar calific justific
  identific clarific amplific planific sesiz autoriz organiz utiliz analiz realiz valorific simplific adopt execut
  revoc suspend anuleaz deleg anunt adun amenaj asigur apar intocm prezint propun dispun impun`.split(/\s+/),
)
