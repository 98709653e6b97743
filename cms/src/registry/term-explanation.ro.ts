import type { DeadlineRule, TermStart, TermUnit } from './deadline-rules.ts'
import type { DueDate } from './due-date.ts'
import type { BridgeDay, Holiday, WhyFree } from './romanian-calendar.ts'
import { countOf, fullDay, longDay } from './words.ro.ts'

export const holidayNames = {
  newYear: 'Anul Nou',
  epiphany: 'Boboteaza',
  saintJohn: 'Sfântul Ioan Botezătorul',
  unionOfPrincipalities: 'Ziua Unirii Principatelor Române',
  goodFriday: 'Vinerea Mare',
  easter: 'Paștele',
  labourDay: 'Ziua Muncii',
  childrensDay: 'Ziua Copilului',
  pentecost: 'Rusaliile',
  dormition: 'Adormirea Maicii Domnului',
  saintAndrew: 'Sfântul Andrei',
  nationalDay: 'Ziua Națională',
  christmas: 'Crăciunul',
} as const satisfies Record<Holiday, string>

const starts = {
  registration: 'de la înregistrare',
  refusalOrExpiry: 'de la refuz sau de la trecerea termenului',
  publication: 'de la publicare',
  endOfDebate: 'de la încheierea dezbaterii',
  communication: 'de la comunicare',
  approval: 'de la aprobare',
  adoption: 'de la adoptare',
  communicationToPrefect: 'de la comunicarea către prefect',
  notice: 'de la înștiințare',
  receipt: 'de la primire',
  completeFile: 'de la dosarul complet',
  posting: 'de la afișare',
} as const satisfies Record<TermStart, string>

export function lengthInWords(length: number, unit: TermUnit): string {
  if (unit === 'month') return countOf(length, 'lună', 'luni')
  return unit === 'day' ? countOf(length, 'zi', 'zile') : countOf(length, 'zi lucrătoare', 'zile lucrătoare')
}

function reasonOf(why: WhyFree): string {
  if (why.kind === 'weekend') return 'zi de odihnă'
  return why.kind === 'holiday' ? `zi liberă legală (${holidayNames[why.holiday]})` : `zi liberă (${why.basis})`
}

/** What the calendar writes on a free day. */
export function freeDayName(why: WhyFree): string {
  if (why.kind === 'weekend') return ''
  return why.kind === 'holiday' ? holidayNames[why.holiday] : why.name || why.basis
}

/** One sentence that says by when, by which law, and what moved the day. */
export function explainTerm({
  rule,
  due,
  isExtended,
}: {
  rule: DeadlineRule
  due: DueDate
  isExtended: boolean
}): string {
  const length = lengthInWords(rule.length, rule.unit)
  const counted = `${length} ${starts[rule.start]}, ${longDay(due.countedFrom)} (${rule.basis})`
  if (due.isStopped) return `Termenul de ${counted} stă pe loc cât așteptăm completările.`
  const parts = [`Termenul este de ${counted}`]
  if (isExtended && rule.extension)
    parts.push(`prelungit cu ${lengthInWords(rule.extension.length, rule.extension.unit)} (${rule.extension.basis})`)
  if (due.stoppedFor > 0)
    parts.push(
      `fără ${lengthInWords(due.stoppedFor, rule.unit === 'workingDay' ? 'workingDay' : 'day')} în care am așteptat completările`,
    )
  const end = due.dueOn ?? due.lastDay
  if (!due.moved) return `${parts.join(', ')} și se împlinește ${fullDay(end)}.`
  if (rule.onFreeDay === 'thirdWorkingDay' || !due.moved.why)
    return `${parts.join(', ')} și se împlinește în a treia zi lucrătoare după ${fullDay(due.moved.from)}: ${fullDay(end)}.`
  const law = 'Codul de procedură civilă, art. 181 alin. (2)'
  return `${parts.join(', ')}; ${fullDay(due.moved.from)} este ${reasonOf(due.moved.why)}, deci se împlinește în prima zi lucrătoare, ${fullDay(end)} (${law}).`
}

/** What the journal says of a change of the free days. */
export function recountedTitle(moved: number, shortened: number): string {
  const shorter = shortened > 0 ? `, din care ${countOf(shortened, 'scurtat', 'scurtate')}` : ''
  return `Zilele libere: ${countOf(moved, 'termen mutat', 'termene mutate')}${shorter}`
}

/** Which free days came and which went, for the history of a term that moved with them. */
export function changedDays(before: readonly BridgeDay[], after: readonly BridgeDay[]): string {
  const named = (days: readonly BridgeDay[], others: readonly BridgeDay[]) =>
    days
      .filter(({ on }) => !others.some((other) => other.on === on))
      .map(({ on, basis }) => `${fullDay(on)} (${basis})`)
      .join('; ')
  const added = named(after, before)
  const removed = named(before, after)
  return [added && `Zi liberă: ${added}.`, removed && `Nu mai este zi liberă: ${removed}.`].filter(Boolean).join(' ')
}
