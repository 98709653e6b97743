import type { AttachedFile } from '../files/to-public-files.ts'
import type { FieldType, FiledKind, FormDefinition, FormTheme } from './contract.ts'

type Maybe<Value> = Value | null | undefined
type Text = Maybe<string>

/** What a clerk lets in, by one choice instead of four. */
export type AcceptedFiles = 'papers' | 'pdf' | 'pictures' | 'office' | 'all'

export type ConditionRow = Maybe<{
  match?: Maybe<'all' | 'any'>
  rules?: Maybe<{ field?: Text; is?: Maybe<'oneOf' | 'answered'>; values?: Maybe<string[]> }[]>
}>

/** A question as the admin keeps it: one row with the settings of every type, of which its own type's count. */
export type FieldRow = {
  name?: Text
  type?: Maybe<FieldType>
  label?: Text
  hint?: Text
  required?: Maybe<boolean>
  autocomplete?: Text
  showIf?: ConditionRow
  options?: Maybe<{ value?: Text; label?: Text; hint?: Text }[]>
  display?: Maybe<'radios' | 'list'>
  maxLength?: Maybe<number>
  min?: Maybe<number>
  max?: Maybe<number>
  decimals?: Maybe<number>
  unit?: Text
  days?: Maybe<'any' | 'past' | 'future'>
  place?: Maybe<'commune' | 'country'>
  accepts?: Maybe<AcceptedFiles>
  maxMegabytes?: Maybe<number>
  maxCount?: Maybe<number>
  text?: Text
}

export type StepRow = {
  name?: Text
  title?: Text
  lead?: Text
  showIf?: ConditionRow
  fields?: Maybe<FieldRow[]>
}

export type FormDocument = {
  title: string
  slug: string
  formerSlugs?: Maybe<string[]>
  lead?: Text
  theme?: Maybe<FormTheme>
  order?: Maybe<number>
  entryKind?: Maybe<FiledKind>
  department?: Text
  departmentCode?: Text
  termKey?: Text
  termSentence?: Text
  legalBasis?: Text
  minutes?: Maybe<number>
  needs?: Maybe<string[]>
  outcome?: Text
  feeLei?: Maybe<number>
  feeSentence?: Text
  signature?: Maybe<FormDefinition['signature']>
  documents?: Maybe<{ label?: Text; hint?: Text; required?: Maybe<boolean>; field?: Text }[]>
  notice?: Maybe<{ controller?: Text; purpose?: Text; basis?: Text; retention?: Text; rights?: Text }>
  steps?: Maybe<StepRow[]>
  atLeastOne?: Maybe<{ fields?: Maybe<string[]>; sentence?: Text }[]>
  attachments?: Maybe<AttachedFile[]>
  publishedOn: string
  updatedAt: string
}
