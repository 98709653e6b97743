import { isDeepStrictEqual } from 'node:util'
import type { Draft, DraftCondition } from './check-definition.ts'
import { Autocomplete, type Condition, type FileKind, type FormDefinition, type FormField } from './contract.ts'
import type { AcceptedFiles, ConditionRow, FieldRow, FormDocument } from './form-document.ts'

/** What a form takes over from the institution when it is published. */
export type Town = { townHallName: string; villages: readonly string[] }

const gap = '(de completat)'
const written = (text: string | null | undefined) => text?.trim() || ''
const orGap = (text: string | null | undefined) => written(text) || gap

/**
 * The definition that a document stands for. Gaps of a draft are filled with a visible mark, so that a preview can be
 * shown; a form that is published has none.
 */
export function toDefinition(doc: FormDocument, town: Town, version: number): FormDefinition {
  const steps = (doc.steps ?? []).flatMap((step) => {
    const fields = (step.fields ?? []).flatMap((row) => fieldOf(row, town) ?? [])
    const showIf = conditionOf(step.showIf)
    if (fields.length === 0) return []
    return [{ name: written(step.name), title: orGap(step.title), lead: written(step.lead), showIf, fields }]
  })
  return {
    slug: doc.slug,
    version,
    title: doc.title,
    lead: written(doc.lead),
    theme: doc.theme ?? 'writing',
    entryKind: doc.entryKind ?? 'application',
    department: orGap(doc.department),
    departmentCode: written(doc.departmentCode) || null,
    term: { key: doc.termKey || 'application.answer', sentence: orGap(doc.termSentence) },
    legalBasis: orGap(doc.legalBasis),
    minutes: doc.minutes ?? 5,
    needs: (doc.needs ?? []).map(written).filter(Boolean),
    outcome: written(doc.outcome),
    feeBani: doc.feeLei ? Math.round(doc.feeLei * 100) : null,
    feeSentence: written(doc.feeSentence),
    signature: doc.signature ?? 'none',
    documents: (doc.documents ?? []).map(({ label, hint, required, field }) => ({
      label: orGap(label),
      hint: written(hint),
      required: required ?? false,
      field: written(field) || null,
    })),
    notice: {
      controller: written(doc.notice?.controller) || town.townHallName || gap,
      purpose: orGap(doc.notice?.purpose),
      basis: orGap(doc.notice?.basis),
      retention: orGap(doc.notice?.retention),
      rights: orGap(doc.notice?.rights),
    },
    steps: steps.length > 0 ? steps : [emptyStep],
    atLeastOne: (doc.atLeastOne ?? []).flatMap(({ fields, sentence }) =>
      fields && fields.length > 1 ? [{ fields, sentence: orGap(sentence) }] : [],
    ),
  }
}

const everyField = { hint: '', required: false, showIf: null, autocomplete: null }
const emptyStep: FormDefinition['steps'][number] = {
  name: 'pagina',
  title: gap,
  lead: '',
  showIf: null,
  fields: [{ ...everyField, type: 'information', name: 'lamuriri', label: gap, text: gap }],
}

function conditionOf(row: ConditionRow): Condition | null {
  const rules = (row?.rules ?? []).flatMap<Condition['rules'][number]>(({ field, is, values }) => {
    if (!field) return []
    if (is === 'answered') return [{ field, is }]
    return values && values.length > 0 ? [{ field, is: 'oneOf', values }] : []
  })
  return rules.length > 0 ? { match: row?.match ?? 'all', rules } : null
}

function fieldOf(row: FieldRow, town: Town): FormField | null {
  const autocomplete = Autocomplete.safeParse(row.autocomplete)
  const every = {
    name: written(row.name),
    label: orGap(row.label),
    hint: written(row.hint),
    required: row.required ?? false,
    showIf: conditionOf(row.showIf),
    autocomplete: autocomplete.success ? autocomplete.data : null,
  }
  const options = (row.options ?? []).flatMap(({ value, label, hint }) =>
    value ? [{ value, label: written(label) || value, hint: written(hint) }] : [],
  )
  switch (row.type ?? 'text') {
    case 'text':
      return { ...every, type: 'text', maxLength: within(row.maxLength, 200, 500) }
    case 'longText':
      return { ...every, type: 'longText', maxLength: within(row.maxLength, 5000, 20_000) }
    case 'number':
      return {
        ...every,
        type: 'number',
        min: row.min ?? null,
        max: row.max ?? null,
        decimals: row.decimals ?? 0,
        unit: written(row.unit),
      }
    case 'date':
      return { ...every, type: 'date', days: row.days ?? 'any' }
    case 'choice':
      return options.length > 0 ? { ...every, type: 'choice', options, display: row.display ?? 'radios' } : null
    case 'checkboxes':
      return options.length > 0 ? { ...every, type: 'checkboxes', options } : null
    case 'address':
      return { ...every, type: 'address', villages: row.place === 'country' ? [] : [...town.villages] }
    case 'file':
      return {
        ...every,
        type: 'file',
        kinds: [...acceptedKinds[row.accepts ?? 'papers']],
        maxBytes: (row.maxMegabytes ?? 10) * 1024 * 1024,
        maxCount: row.maxCount ?? 5,
      }
    case 'information':
      return { ...every, type: 'information', required: false, text: orGap(row.text) }
    default:
      return { ...every, type: row.type as 'cnp' | 'cui' | 'iban' | 'email' | 'phone' | 'consent' }
  }
}

const acceptedKinds: Record<AcceptedFiles, readonly FileKind[]> = {
  papers: ['pdf', 'image'],
  pdf: ['pdf'],
  pictures: ['image'],
  office: ['pdf', 'image', 'office'],
  all: ['pdf', 'image', 'office', 'signed'],
}

const within = (given: number | null | undefined, usual: number, most: number) => Math.min(given ?? usual, most)

/** The document as the rules for clerks read it. */
export function toDraft(doc: Partial<FormDocument>): Draft {
  return {
    steps: (doc.steps ?? []).map((step) => ({
      name: step.name ?? '',
      showIf: draftConditionOf(step.showIf),
      fields: (step.fields ?? []).map((row) => ({
        name: row.name ?? '',
        type: row.type ?? 'text',
        showIf: draftConditionOf(row.showIf),
        options: (row.options ?? []).map(({ value }) => ({ value: value ?? '' })),
        text: written(row.text),
        min: row.min ?? null,
        max: row.max ?? null,
      })),
    })),
    atLeastOne: (doc.atLeastOne ?? []).map(({ fields }) => ({ fields: fields ?? [] })),
    documents: (doc.documents ?? []).map(({ field }) => ({ field: written(field) || null })),
  }
}

function draftConditionOf(row: ConditionRow): DraftCondition | null {
  if (!row?.rules?.length) return null
  return {
    rules: row.rules.map(({ field, is, values }) => ({ field: field ?? '', is: is ?? 'oneOf', values: values ?? [] })),
  }
}

/** Whether two definitions ask and say the same, whatever their version numbers. */
export const isSameForm = (a: FormDefinition, b: FormDefinition) =>
  isDeepStrictEqual({ ...a, version: 0 }, { ...b, version: 0 })
