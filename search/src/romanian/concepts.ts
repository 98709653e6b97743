import type { Token } from './tokens.ts'
import { tokensOf } from './tokens.ts'

/**
 * What a town hall writes short and a citizen writes out, or the other way round. Each is recognised in documents and
 * in queries alike, and becomes one term: the first word is its name. Written in capitals here, it counts only in capitals.
 */
const written: readonly (readonly [string, ...string[]])[] = [
  ['hcl', 'h.c.l.', 'hclm', 'hotărâre a consiliului local', 'hotărârea consiliului local'],
  ['pug', 'plan urbanistic general', 'planul urbanistic general'],
  ['puz', 'plan urbanistic zonal'],
  ['pud', 'plan urbanistic de detaliu'],
  ['rlu', 'regulament local de urbanism'],
  ['cf', 'carte funciară', 'c.f.'],
  ['uat', 'unitate administrativ teritorială'],
  ['itl', 'impozite și taxe locale'],
  ['cnp', 'cod numeric personal'],
  ['cui', 'cod unic de înregistrare', 'cif', 'cod de identificare fiscală'],
  ['srl', 'societate cu răspundere limitată'],
  ['pfa', 'persoană fizică autorizată'],
  ['ong', 'organizație neguvernamentală'],
  ['anaf', 'agenția națională de administrare fiscală'],
  ['ancpi', 'agenția națională de cadastru și publicitate imobiliară'],
  ['ocpi', 'oficiul de cadastru și publicitate imobiliară'],
  ['apia', 'agenția de plăți și intervenție pentru agricultură'],
  ['isu', 'inspectoratul pentru situații de urgență'],
  ['svsu', 'serviciul voluntar pentru situații de urgență'],
  ['clsu', 'comitetul local pentru situații de urgență'],
  ['dsp', 'direcția de sănătate publică'],
  ['das', 'direcția de asistență socială'],
  ['dgaspc', 'direcția generală de asistență socială și protecția copilului'],
  ['spclep', 'serviciul public comunitar local de evidență a persoanelor'],
  ['apm', 'agenția pentru protecția mediului'],
  ['pnrr', 'planul național de redresare și reziliență'],
  ['pndl', 'programul național de dezvoltare locală'],
  ['afm', 'administrația fondului pentru mediu'],
  ['SF', 'studiu de fezabilitate'],
  ['PT', 'proiect tehnic'],
  ['AC', 'autorizație de construire'],
  ['dali', 'documentație de avizare a lucrărilor de intervenții'],
  ['seap', 'sicap', 'sistemul electronic de achiziții publice'],
  ['rof', 'regulament de organizare și funcționare'],
  ['roi', 'regulament de ordine interioară'],
  ['paap', 'programul anual al achizițiilor publice'],
  ['oug', 'ordonanță de urgență a guvernului', 'ordonanță de urgență'],
  ['mol', 'monitorul oficial local'],
  ['gdpr', 'rgpd', 'protecția datelor cu caracter personal', 'protecția datelor'],
  ['tva', 'taxa pe valoarea adăugată'],
  ['psi', 'prevenirea și stingerea incendiilor'],
  ['pv', 'proces verbal'],
  ['vmi', 'venit minim de incluziune'],
  ['adi', 'asociație de dezvoltare intercomunitară'],
  ['gal', 'grup de acțiune locală'],
  ['sga', 'sistem de gospodărire a apelor'],
  ['str', 'strada', 'stradă'],
  ['jud', 'județ', 'județul'],
  ['bd', 'bulevard', 'bulevardul', 'bdul'],
  ['mp', 'metri pătrați', 'metru pătrat'],
  ['ha', 'hectar', 'hectare'],
  ['sc', 'societatea comercială', 'societate comercială'],
  ['dna', 'doamna', 'doamnei'],
  ['dl', 'domnul', 'domnului'],
  ['sapt', 'săptămâna', 'săptămână'],
  ['concesiune', 'concesionare'],
]

type Expression = { stems: readonly string[]; concept: string; isCapital: boolean }

/** A stretch of tokens, stopwords not counted, that means a concept. */
export type ConceptSpan = { concept: string; from: number; to: number }

const byFirstStem = new Map<string, Expression[]>()
for (const [name, ...expressions] of written) {
  const isCapital = name !== name.toLowerCase()
  for (const expression of [name, ...expressions]) {
    const stems = tokensOf(expression)
      .filter(({ isStopword }) => !isStopword)
      .map((token) => token.stems[0] ?? token.form)
    const first = stems[0]
    if (first === undefined) continue
    const known = byFirstStem.get(first) ?? []
    known.push({ stems, concept: name.toLowerCase(), isCapital: isCapital && stems.length === 1 })
    known.sort((one, other) => other.stems.length - one.stems.length)
    byFirstStem.set(first, known)
  }
}

/** The concepts in a run of tokens without stopwords, the longest at each place; `from` and `to` index the run. */
export function conceptsIn(tokens: readonly Token[], rawOf: (token: Token) => string): ConceptSpan[] {
  const found: ConceptSpan[] = []
  for (let at = 0; at < tokens.length; at++) {
    const candidates = byFirstStem.get(tokens[at]?.stems[0] ?? '')
    const fitting = candidates?.find(
      ({ stems, isCapital }) =>
        stems.every((stem, offset) => tokens[at + offset]?.stems.includes(stem)) &&
        (!isCapital || isUpper(rawOf(tokens[at] as Token))),
    )
    if (!fitting) continue
    found.push({ concept: fitting.concept, from: at, to: at + fitting.stems.length })
    at += fitting.stems.length - 1
  }
  return found
}

const isUpper = (raw: string) => raw === raw.toUpperCase() && raw !== raw.toLowerCase()
