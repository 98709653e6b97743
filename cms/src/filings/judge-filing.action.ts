import type { PayloadRequest } from 'payload'
import type { FormDefinition } from '../forms/contract.ts'
import { formVersion } from '../forms/form-versions.action.ts'
import { sentenceOfFault } from '../forms/forms.ro.ts'
import { parseAnswers } from '../forms/parse-answers.ts'
import { dayOf } from '../publishing/calendar.ts'
import { type DeadlineKey, deadlineKeys, ruleOf } from '../registry/deadline-rules.ts'
import type { Submission } from './contract.ts'
import { filesOf } from './filing-facts.ts'
import type { FilingFault, FormVerdict } from './filing-forms.ts'
import { filingMessages } from './filings.ro.ts'

/**
 * Judges a filing by the version of the form that the citizen saw, whatever became of the form since. It is judged as
 * of the day it was received: what was good then is good when it is registered later.
 */
export async function judgeFiling(req: PayloadRequest, submission: Submission): Promise<FormVerdict> {
  const definition = await keptVersion(req, submission.form)
  if (!definition) return { kind: 'form-unknown' }
  const parsed = parseAnswers(definition, submission.answers, { today: dayOf(submission.receivedAt) })
  if (parsed.kind === 'refused') {
    const faults = parsed.faults.map((fault) => ({ field: fault.field, message: sentenceOfFault(definition, fault) }))
    return { kind: 'faulty', faults }
  }
  const faults = faultsOfFiles(definition, parsed.answers, submission)
  if (faults.length > 0) return { kind: 'faulty', faults }
  const { title, entryKind, department, departmentCode, term } = definition
  return {
    kind: 'accepted',
    facts: { title, entryKind, department: departmentCode ?? department, term: termFromRegistration(term.key) },
    answers: parsed.answers,
  }
}

/** A version never changes, so what was read once is known; old ones make room, for forms are few. */
const versionsOf = new WeakMap<object, Map<string, FormDefinition>>()
async function keptVersion({ payload }: PayloadRequest, form: Submission['form']): Promise<FormDefinition | null> {
  const versions = versionsOf.get(payload) ?? new Map<string, FormDefinition>()
  versionsOf.set(payload, versions)
  const key = `${form.slug} ${form.version}`
  const known = versions.get(key) ?? (await formVersion({ payload }, form))
  if (!known) return null
  if (versions.size >= 200) versions.clear()
  versions.set(key, known)
  return known
}

/** Every file of an answer is one whose bytes were handed over, and no bytes come along that no answer names. */
function faultsOfFiles(definition: FormDefinition, answers: Record<string, unknown>, { files }: Submission) {
  const handedOver = new Set(files.map(({ sha256 }) => sha256))
  const faults: FilingFault[] = definition.steps
    .flatMap((step) => step.fields)
    .filter((field) => field.type === 'file')
    .filter(({ name }) => filesOf(answers[name]).some(({ sha256 }) => !sha256 || !handedOver.has(sha256)))
    .map(({ name }) => ({ field: name, message: filingMessages['file-missing'] }))
  const named = new Set(Object.values(answers).flatMap((answer) => filesOf(answer).map(({ sha256 }) => sha256)))
  if ([...handedOver].some((sha256) => !named.has(sha256)))
    faults.push({ field: 'fisiere', message: filingMessages['file-missing'] })
  return faults
}

/** A consultation, say, is counted from its publication: such a form puts no term into the book. */
function termFromRegistration(key: string): DeadlineKey | null {
  const known = deadlineKeys.find((each) => each === key)
  return known && ['registration', 'receipt', 'completeFile'].includes(ruleOf(known).start) ? known : null
}
