import { bodyFromLexical, type LexicalDocument } from '../body/lexical.ts'
import { type AttachedFile, toPublicFiles } from '../files/to-public-files.ts'
import { dayOf } from '../publishing/calendar.ts'
import type { SaveContext } from '../publishing/publication-hooks.ts'
import { actState, type Ending } from './act-state.ts'
import { genericObjectOfIndividualOrder } from './acts.ro.ts'
import type { ActCharacter, ActKind, ActTopic, PublicAct, RelationKind } from './contract.ts'
import { relationsOf } from './related-acts.action.ts'

type Reference = number | string | { id: number | string } | null | undefined

export type ActDocument = {
  kind: ActKind
  number: number
  year: number
  adoptedOn: string
  title: string
  character: ActCharacter
  topic?: ActTopic | null
  summary?: string[] | null
  body?: LexicalDocument | null
  signatures?: { office: string; name: string }[] | null
  votes?: { for?: number | null; against?: number | null; abstained?: number | null } | null
  publishedOn: string
  inForceFrom?: string | null
  relations?: { kind: RelationKind; act: Reference; target?: string | null; effectiveOn?: string | null }[] | null
  endedKind?: Ending['kind'] | null
  endedOn?: string | null
  publicationCopy?: Reference
  annexes?: AttachedFile[] | null
  sourceId?: string | null
  updatedAt: string
}

const copyLabel = { decision: 'Hotărârea, copia de publicare', order: 'Dispoziția, copia de publicare' } as const

/** The act as the public reads it; an individual order shows its number, date and a generic object, nothing else. */
export async function toPublicAct(
  act: ActDocument & { id: number | string },
  context: SaveContext,
): Promise<PublicAct> {
  const isFull = !(act.kind === 'order' && act.character === 'individual')
  const isNewcomer = context.revision === 1 && !act.relations?.length // nothing can refer to an act just created
  const { relations, incoming } = isNewcomer ? { relations: [], incoming: [] } : await relationsOf(context.req, act.id)
  const publishedOn = dayOf(act.publishedOn)
  const inForceFrom = act.inForceFrom ? dayOf(act.inForceFrom) : null
  const ending = endingOf(act)
  return {
    noun: 'acts',
    id: String(act.id),
    revision: context.revision,
    publishedAt: context.publishedAt,
    updatedAt: new Date(act.updatedAt).toISOString(),
    kind: act.kind,
    number: act.number,
    year: Number(dayOf(act.adoptedOn).slice(0, 4)),
    adoptedOn: dayOf(act.adoptedOn),
    title: isFull ? act.title : genericObjectOfIndividualOrder,
    character: act.character,
    visibility: isFull ? 'full' : 'register',
    topic: isFull ? (act.topic ?? null) : null,
    summary: isFull ? (act.summary ?? []).filter(Boolean).slice(0, 3) : [],
    body: isFull ? bodyFromLexical(act.body) : [],
    signatures: isFull ? (act.signatures ?? []).map(({ office, name }) => ({ office, name })) : [],
    votes: isFull ? votesOf(act.votes) : null,
    publishedOn,
    inForceFrom,
    state: actState({ inForceFrom, publishedOn, ending, incoming }, dayOf(new Date())),
    relations: isFull ? relations : [],
    files: isFull
      ? await toPublicFiles(
          [
            ...(act.publicationCopy ? [{ file: act.publicationCopy, label: copyLabel[act.kind] }] : []),
            ...(act.annexes ?? []),
          ],
          context.req,
        )
      : [],
    sourceId: act.sourceId ?? null,
  }
}

function endingOf({ endedKind, endedOn }: ActDocument): Ending | null {
  if (!endedKind) return null
  if (endedKind === 'repealed') return { kind: endedKind, on: endedOn ? dayOf(endedOn) : null }
  return endedOn ? { kind: endedKind, on: dayOf(endedOn) } : null
}

function votesOf(votes: ActDocument['votes']): PublicAct['votes'] {
  if (!votes || [votes.for, votes.against, votes.abstained].every((count) => count === null || count === undefined))
    return null
  return { for: votes.for ?? 0, against: votes.against ?? 0, abstained: votes.abstained ?? 0 }
}
