import type { AnswerFault, Answers, FormDefinition, FormStep } from '@avizier/cms/forms'
import type { EntryStatus } from '@avizier/cms/registry'
import type { UnfinishedFile } from '../files/quarantine.ts'
import type { Draft } from './kept-file.ts'
import type { KeptAnswer, KeptFiling } from './kept-filing.ts'

type OfForm = { definition: FormDefinition; token: string; isDraft: boolean }

/** A page of the journey, ready to be shown. */
export type FilingPage =
  | ({
      kind: 'step'
      step: FormStep
      draft: Draft
      /** Files of which a part has arrived. */
      unfinished: UnfinishedFile[]
      answers: Answers
      faults: (AnswerFault & { sentence: string })[]
      position: { number: number; of: number } | null
      back: string
      isChange: boolean
    } & OfForm)
  | ({
      kind: 'check'
      answers: Answers
      back: string
      /** What the page works out before it is sent. */
      challenge: string
    } & OfForm)
  | { kind: 'whole'; definition: FormDefinition }
  | {
      kind: 'registered'
      answer: Extract<KeptAnswer, { kind: 'registered' }>
      token: string
      department: string | null
    }
  | { kind: 'set-aside'; answer: KeptAnswer }
  | { kind: 'waiting'; filing: KeptFiling; token: string }
  | { kind: 'status'; number: string; outcome: StatusShown }

export type StatusShown =
  | { kind: 'asked-nothing' }
  | { kind: 'found'; status: EntryStatus }
  | { kind: 'wrong' }
  | { kind: 'too-many' }
  | { kind: 'unavailable' }
