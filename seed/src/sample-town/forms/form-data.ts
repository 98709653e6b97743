import type { FieldType, FiledKind, FormDefinition, FormTheme } from '@avizier/cms/forms'

export type ShowIfData = {
  match: 'all' | 'any'
  rules: { field: string; is: 'oneOf' | 'answered'; values?: string[] }[]
}

/** A question as the record keeps it: the settings of its own type, the rest left out. */
export type QuestionData = {
  type: FieldType
  name: string
  label: string
  hint?: string
  required?: boolean
  autocomplete?: string
  showIf?: ShowIfData
  maxLength?: number
  min?: number
  max?: number
  decimals?: number
  unit?: string
  days?: 'any' | 'past' | 'future'
  options?: { value: string; label: string; hint?: string }[]
  display?: 'radios' | 'list'
  place?: 'commune' | 'country'
  accepts?: 'papers' | 'pdf' | 'pictures' | 'office' | 'all'
  maxMegabytes?: number
  maxCount?: number
  text?: string
}

export type PageData = { name: string; title: string; lead?: string; showIf?: ShowIfData; fields: QuestionData[] }

/** A form of the sample town. Legal terms and papers follow the law; fees are said in words, for each council sets its own. */
export type FormData = {
  slug: string
  title: string
  lead: string
  theme: FormTheme
  order: number
  entryKind: FiledKind
  department: string
  departmentCode?: string
  termKey: string
  termSentence?: string
  legalBasis: string
  minutes: number
  needs: string[]
  outcome: string
  feeSentence?: string
  signature: FormDefinition['signature']
  documents: { label: string; hint?: string; required: boolean; field?: string }[]
  notice: { purpose: string; basis: string; retention: string }
  steps: PageData[]
  atLeastOne?: { fields: string[]; sentence: string }[]
}
