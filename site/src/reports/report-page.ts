import type { PublicReport, ReportStatus } from '@avizier/cms/reports'
import type { ReceivedFile, UnfinishedFile } from '../files/quarantine.ts'
import type { ReportFault } from './judge-report.ts'
import type { KeptReport, KeptReportAnswer } from './kept-report.ts'
import type { ReportDraft } from './report-draft.ts'

/** A page about reports that is made on request, ready to be shown. */
export type ReportPage =
  | {
      kind: 'new'
      token: string
      draft: ReportDraft
      files: ReceivedFile[]
      unfinished: UnfinishedFile[]
      faults: ReportFault[]
      /** It has an address of its own by now. */
      isDraft: boolean
    }
  | { kind: 'registered'; answer: Extract<KeptReportAnswer, { kind: 'registered' }>; status: ReportStatus | null }
  | { kind: 'set-aside'; answer: KeptReportAnswer }
  | { kind: 'waiting'; report: KeptReport; token: string }
  | {
      kind: 'follow'
      report: PublicReport
      outcome: 'asked' | 'email-wrong' | 'too-many' | 'unavailable'
      email: string
    }
  | {
      kind: 'letter'
      number: string
      action: 'follow' | 'end'
      token: string
      outcome: 'ask' | 'done' | 'wrong' | 'unavailable'
    }
  | { kind: 'answer'; report: PublicReport; typed: AnswerTyped; outcome: AnswerOutcome }

export type AnswerTyped = { code: string; token: string; choice: string; reason: string }
export type AnswerOutcome =
  | { kind: 'ask' }
  | { kind: 'taken'; choice: 'confirmed' | 'reopened'; standing: string }
  | { kind: 'wrong'; faults: { field: 'cod' | 'raspuns' | 'motiv'; sentence: string }[] }
  | { kind: 'unavailable' }
