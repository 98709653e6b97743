import { reportListPath } from '../paths.ts'
import { keyOfList, type ReportList, stages, villageSlug } from './report-lists.ts'
import { stageWords } from './reports.ro.ts'

type Known = {
  villages: readonly string[]
  categories: readonly { slug: string; name: string }[]
  /** The lists that have a report. */
  inUse: readonly ReportList[]
}
type Choice = { label: string; href: string | null; isChosen: boolean }

/** The choices of each filter from where the reader stands; one that leads to nothing has no address. */
export function narrowings(
  list: ReportList,
  { villages, categories, inUse }: Known,
): { label: string; choices: Choice[] }[] {
  const used = new Set(inUse.map(keyOfList))
  const choice = (label: string, next: ReportList): Choice => ({
    label,
    href: used.has(keyOfList(next)) ? reportListPath(next) : null,
    isChosen: keyOfList(next) === keyOfList(list),
  })
  const ofAll = (label: string, next: ReportList): Choice => ({ ...choice(label, next), href: reportListPath(next) })
  // Kinds that no report has are not offered: there are many, and most lists have few.
  const kinds = categories.filter(
    ({ slug }) => slug === list.category || used.has(keyOfList({ ...list, category: slug })),
  )
  const rows = [
    {
      label: 'Starea',
      choices: [
        ofAll('Toate', { ...list, stage: null }),
        ...stages.map((stage) => choice(stageWords[stage], { ...list, stage })),
      ],
    },
    {
      label: 'Satul',
      choices: [
        ofAll('Toate', { ...list, village: null }),
        ...villages.map((name) => choice(name, { ...list, village: villageSlug(name) })),
      ],
    },
    {
      label: 'Felul',
      choices: [
        ofAll('Toate', { ...list, category: null }),
        ...kinds.map(({ slug, name }) => choice(name, { ...list, category: slug })),
      ],
    },
  ]
  return inUse.length > 0 ? rows.filter(({ choices }) => choices.length > 2) : []
}

/** "Sesizări: Iluminat public, Beregsău Mare, rezolvate" */
export function headingOfList(
  { village, category, stage }: ReportList,
  { villages, categories }: Omit<Known, 'inUse'>,
): string {
  const parts = [
    category && (categories.find(({ slug }) => slug === category)?.name ?? category),
    village && (villages.find((name) => villageSlug(name) === village) ?? village),
    stage && stageWords[stage].toLocaleLowerCase('ro'),
  ].filter(Boolean)
  return parts.length > 0 ? `Sesizări: ${parts.join(', ')}` : 'Probleme semnalate'
}
