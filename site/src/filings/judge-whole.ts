import type { FormDefinition } from '@avizier/cms/forms'
import { parseAnswers, rawFromEntries } from '@avizier/cms/forms-answers'
import { sentenceOfFault, summaryOfFaults } from '@avizier/cms/forms-sentences'
import { todayInBucharest } from '../read-model/today.ts'

export type WholeFault = { field: string; sentence: string }

/** Judges a whole form on the device by the rules of the record; what files hold, the site judges when it has them. */
export function judgeWhole(
  definition: FormDefinition,
  {
    entries,
    files,
    isBegun,
  }: { entries: [string, string][]; files: { field: string; file: File }[]; isBegun: boolean },
): { summary: string; faults: WholeFault[] } {
  const raw = rawFromEntries(entries)
  for (const [index, { field, file }] of files.entries())
    raw[field] = [...((raw[field] as unknown[]) ?? []), { id: `f${index}`, name: file.name, bytes: file.size }]
  const parsed = parseAnswers(definition, raw, { today: todayInBucharest() })
  const takesFiles = new Set(
    definition.steps.flatMap(({ fields }) => fields.filter(({ type }) => type === 'file').map(({ name }) => name)),
  )
  // What was begun with the network may have its files at the town hall already.
  const faults = (parsed.kind === 'refused' ? parsed.faults : []).filter(
    ({ field, code }) => !(isBegun && code === 'missing' && takesFiles.has(field)),
  )
  return {
    summary: summaryOfFaults(faults.length),
    faults: faults.map((fault) => ({ field: fault.field, sentence: sentenceOfFault(definition, fault) })),
  }
}
