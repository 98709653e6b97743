import { type PublicReportState, stateTones } from '@avizier/cms/reports'

/** How far a report is, in the words of the addresses: somebody has to do something, it is solved, or it will not be. */
export const stages = ['deschise', 'rezolvate', 'incheiate'] as const
export type Stage = (typeof stages)[number]

/** A choice of filters; null takes all. `village` and `category` are slugs. */
export type ReportList = { village: string | null; category: string | null; stage: Stage | null }

const stageOfTone = {
  waiting: 'deschise',
  moving: 'deschise',
  attention: 'deschise',
  solved: 'rezolvate',
  over: 'incheiate',
} as const

export const stageOf = (state: PublicReportState): Stage => stageOfTone[stateTones[state]]

/** "Beregsău Mare" → "beregsau-mare" */
export const villageSlug = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

/** One word for a list, under which it is counted and remembered. */
export const keyOfList = ({ village, category, stage }: ReportList): string =>
  [village, category, stage].map((part) => part ?? 'toate').join(':')

export function listOfKey(key: string): ReportList {
  const [village = null, category = null, stage = null] = key
    .split(':')
    .map((part) => (part === 'toate' ? null : part || null))
  return { village, category, stage: stages.find((each) => each === stage) ?? null }
}

type Row = { place: string; kind: string; stage: string }

/** Every list in which a report stands: with each of its filters set, or not. */
export function listsOfReport({ place, kind, stage }: Row): ReportList[] {
  const own = stages.find((each) => each === stage) ?? null
  return feedsOfReport({ place, kind }).flatMap((list) => [
    { ...list, stage: null },
    { ...list, stage: own },
  ])
}

/** The lists that have a feed: by village, by kind, by both, and the one of all. */
export const feedsOfReport = ({ place, kind }: Omit<Row, 'stage'>): ReportList[] =>
  (place ? [null, place] : [null]).flatMap((village) =>
    [null, kind].map((category) => ({ village, category, stage: null })),
  )
