import type { ActReference, ActState, RelationKind } from './contract.ts'

/**
 * How an act ended, where no other act says it: typed by hand, with its day. Only of a repeal may the day be unknown:
 * old archives say that an act is repealed, not by what nor since when.
 */
export type Ending =
  | { kind: 'annulledByCourt' | 'revoked' | 'lapsed' | 'nonexistent'; on: string }
  | { kind: 'repealed'; on: string | null }

/** What another act does to this one. `actEnding`: how that other act ended, for an annulled act undoes what it did. */
export type Incoming = {
  kind: RelationKind
  target: string | null
  effectiveOn: string
  act: ActReference
  actEnding: Ending | null
}

export type DatedAct = { inForceFrom: string | null; publishedOn: string; ending: Ending | null; incoming: Incoming[] }

const undoesItsEffects: ReadonlySet<Ending['kind']> = new Set(['annulledByCourt', 'nonexistent'])

/**
 * The state of an act on a calendar day, from dates and relations alone (Law 24/2000, art. 58-66).
 * The heaviest state wins: an ending, a repeal, a suspension, not yet in force, then partial repeal and amendment.
 */
export function actState(act: DatedAct, today: string): ActState {
  const effective = act.incoming
    .filter((relation) => relation.effectiveOn <= today)
    .filter(
      (relation) =>
        !(
          relation.actEnding &&
          undoesItsEffects.has(relation.actEnding.kind) &&
          (relation.actEnding.on ?? today) <= today
        ),
    )
    .sort((a, b) => (a.effectiveOn < b.effectiveOn ? 1 : -1))
  const by = (kinds: RelationKind[], whole?: boolean) =>
    effective.find(
      (relation) => kinds.includes(relation.kind) && (whole === undefined || (relation.target === null) === whole),
    )
  const stateBy = (kind: ActState['kind'], relation: Incoming): ActState => ({
    kind,
    since: relation.effectiveOn,
    by: relation.act,
  })

  if (act.ending && (act.ending.on ?? today) <= today) return { kind: act.ending.kind, since: act.ending.on, by: null }
  const repeal = by(['repeals', 'replaces'], true)
  if (repeal) return stateBy('repealed', repeal)
  const revocation = by(['revokes'], true)
  if (revocation) return stateBy('revoked', revocation)
  const suspension = by(['suspends'])
  if (suspension) return stateBy('suspended', suspension)
  const inForceFrom = act.inForceFrom ?? act.publishedOn
  if (inForceFrom > today) return { kind: 'notYetInForce', since: inForceFrom, by: null }
  const partial = by(['repealsPartially']) ?? by(['repeals', 'replaces', 'revokes'], false)
  if (partial) return stateBy('partiallyRepealed', partial)
  const amendment = by(['amends', 'completes', 'extends'])
  if (amendment) return stateBy('amended', amendment)
  return { kind: 'inForce', since: inForceFrom, by: null }
}
