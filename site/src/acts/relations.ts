import type { ActRelation } from '@avizier/cms/acts'
import { articleId } from '../elements/Prose/body-html.ts'
import { actPath } from '../paths.ts'
import { longDate } from '../romanian/dates.ts'
import { plateOf } from './acts.ro.ts'

export type RelationGroup = Pick<ActRelation, 'kind' | 'direction'> & { relations: ActRelation[] }

/** Relations of one kind and direction together, what was done to the act first. */
export function relationGroups(relations: readonly ActRelation[]): RelationGroup[] {
  const groups = new Map<string, RelationGroup>()
  for (const relation of [...relations].sort((a, b) => a.direction.localeCompare(b.direction))) {
    const key = `${relation.direction} ${relation.kind}`
    const group = groups.get(key) ?? { kind: relation.kind, direction: relation.direction, relations: [] }
    group.relations.push(relation)
    groups.set(key, group)
  }
  return [...groups.values()]
}

const changing: ReadonlySet<ActRelation['kind']> = new Set([
  'amends',
  'completes',
  'repeals',
  'repealsPartially',
  'replaces',
])

/** For each article that another act touched, a note (HTML) that says which and since when. */
export function changedArticles(relations: readonly ActRelation[]): Map<string, string> {
  const notes = new Map<string, string>()
  for (const { kind, direction, target, act, effectiveOn } of relations) {
    const article = /^art\.?\s*(\d+(?:\^\d+)?)/i.exec(target ?? '')?.[1]
    if (direction !== 'incoming' || !article || !changing.has(kind)) continue
    const verb = kind === 'completes' ? 'Completat' : kind === 'amends' || kind === 'replaces' ? 'Modificat' : 'Abrogat'
    notes.set(
      articleId(`Art. ${article}`),
      `${verb} prin <a href="${actPath(act)}">${plateOf(act)}</a>, de la ${longDate(effectiveOn)}.`,
    )
  }
  return notes
}
