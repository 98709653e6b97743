import type { PayloadRequest } from 'payload'
import type { DeadlineKey } from '../registry/deadline-rules.ts'
import type { EntryKind } from '../registry/entry-kinds.ts'
import type { Submission } from './contract.ts'

/** What the registry has to know of a form to give a filing its place. */
export type FormFacts = {
  title: string
  entryKind: EntryKind
  /** The department that resolves it, by its code, name or public name; one that is unknown leaves it to whoever routes. */
  department: string
  /** The term that runs from the registration; null where the form promises another one, or none. */
  term: DeadlineKey | null
}

export type FilingFault = { field: string; message: string }

export type FormVerdict =
  | { kind: 'accepted'; facts: FormFacts; answers: Record<string, unknown> }
  | { kind: 'form-unknown' }
  | { kind: 'faulty'; faults: FilingFault[] }

/**
 * The port through which a filing asks about its form: whether that version ever existed, whether the answers are
 * good by it, and where the filing belongs. It answers for old versions too, and decides nothing else.
 */
export type FilingForms = (req: PayloadRequest, submission: Submission) => Promise<FormVerdict>
