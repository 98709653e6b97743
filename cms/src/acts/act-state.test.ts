import { describe, expect, it } from 'vitest'
import { actState, type DatedAct, type Incoming } from './act-state.ts'
import type { ActReference, RelationKind } from './contract.ts'

const other: ActReference = {
  kind: 'decision',
  number: 61,
  year: 2025,
  adoptedOn: '2025-05-29',
  title: 'Alta',
  character: 'normative',
}
const by = (kind: RelationKind, effectiveOn: string, more: Partial<Incoming> = {}): Incoming => ({
  kind,
  effectiveOn,
  target: null,
  act: other,
  actEnding: null,
  ...more,
})
const act = (given: Partial<DatedAct> = {}): DatedAct => ({
  inForceFrom: '2024-04-02',
  publishedOn: '2024-04-02',
  ending: null,
  incoming: [],
  ...given,
})

describe('the state of an act on 1 June 2025', () => {
  it.each<[string, DatedAct, string, string | null]>([
    ['in force since its day', act(), 'inForce', '2024-04-02'],
    ['in force from publication when no day is given', act({ inForceFrom: null }), 'inForce', '2024-04-02'],
    ['not yet', act({ inForceFrom: '2025-07-01' }), 'notYetInForce', '2025-07-01'],
    ['in force on the very day', act({ inForceFrom: '2025-06-01' }), 'inForce', '2025-06-01'],
    ['amended', act({ incoming: [by('amends', '2025-01-01', { target: 'art. 3' })] }), 'amended', '2025-01-01'],
    ['completed counts as amended', act({ incoming: [by('completes', '2025-01-01')] }), 'amended', '2025-01-01'],
    ['repealed', act({ incoming: [by('repeals', '2025-06-01')] }), 'repealed', '2025-06-01'],
    ['repealed tomorrow is in force today', act({ incoming: [by('repeals', '2025-06-02')] }), 'inForce', '2024-04-02'],
    [
      'repealed in one article',
      act({ incoming: [by('repeals', '2025-01-01', { target: 'art. 2' })] }),
      'partiallyRepealed',
      '2025-01-01',
    ],
    ['repealed in part', act({ incoming: [by('repealsPartially', '2025-01-01')] }), 'partiallyRepealed', '2025-01-01'],
    ['replaced', act({ incoming: [by('replaces', '2025-01-01')] }), 'repealed', '2025-01-01'],
    ['revoked', act({ incoming: [by('revokes', '2025-01-01')] }), 'revoked', '2025-01-01'],
    ['suspended', act({ incoming: [by('suspends', '2025-01-01')] }), 'suspended', '2025-01-01'],
    [
      'repealed weighs more than suspended',
      act({ incoming: [by('suspends', '2025-01-01'), by('repeals', '2025-02-01')] }),
      'repealed',
      '2025-02-01',
    ],
    ['a rectification changes nothing', act({ incoming: [by('rectifies', '2025-01-01')] }), 'inForce', '2024-04-02'],
    ['being cited changes nothing', act({ incoming: [by('cites', '2025-01-01')] }), 'inForce', '2024-04-02'],
    [
      'a repeal by an act that a court annulled has no effect',
      act({ incoming: [by('repeals', '2025-01-01', { actEnding: { kind: 'annulledByCourt', on: '2025-03-01' } })] }),
      'inForce',
      '2024-04-02',
    ],
    [
      'a repeal by an act that lapsed later stands',
      act({ incoming: [by('repeals', '2025-01-01', { actEnding: { kind: 'lapsed', on: '2025-03-01' } })] }),
      'repealed',
      '2025-01-01',
    ],
    [
      'annulled by a court',
      act({ ending: { kind: 'annulledByCourt', on: '2025-05-01' } }),
      'annulledByCourt',
      '2025-05-01',
    ],
    [
      'an ending to come is not one yet',
      act({ ending: { kind: 'lapsed', on: '2025-12-31' } }),
      'inForce',
      '2024-04-02',
    ],
    [
      'the newest amendment is named',
      act({ incoming: [by('amends', '2024-09-01'), by('amends', '2025-02-01')] }),
      'amended',
      '2025-02-01',
    ],
  ])('%s', (_, given, kind, since) => expect(actState(given, '2025-06-01')).toMatchObject({ kind, since }))
})
