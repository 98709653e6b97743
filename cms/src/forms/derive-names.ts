import { slugOf } from '@avizier/search/romanian-text'
import type { FormDocument } from './form-document.ts'

/** A name out of a label: "Numărul cadastral" → `numarul_cadastral`. Empty when the label has no letters. */
export function nameFrom(label: string): string {
  const name = slugOf(label, 40)
    .replaceAll('-', '_')
    .replace(/^[\d_]+/, '')
  return name.slice(0, 40).replace(/_+$/, '')
}

/**
 * Gives names to pages, questions and options that have none, so that a clerk need not think of them.
 * A name once given stays when the label changes: answers are kept under it.
 */
export function withNames<Doc extends Partial<FormDocument>>(doc: Doc): Doc {
  if (!Array.isArray(doc.steps)) return doc
  const fieldNames = new Set(doc.steps.flatMap((step) => (step.fields ?? []).map(({ name }) => name ?? '')))
  const stepNames = new Set(doc.steps.map(({ name }) => name ?? ''))
  const steps = doc.steps.map((step) => ({
    ...step,
    name: step.name || free(nameFrom(step.title ?? '') || 'pagina', stepNames),
    fields: (step.fields ?? []).map((field) => ({
      ...field,
      name: field.name || free(nameFrom(field.label ?? '') || 'raspuns', fieldNames),
      options: (field.options ?? []).map((option) => ({
        ...option,
        value: option.value || nameFrom(option.label ?? ''),
      })),
    })),
  }))
  return { ...doc, steps }
}

function free(name: string, taken: Set<string>): string {
  let candidate = name
  for (let count = 2; taken.has(candidate); count++) candidate = `${name.slice(0, 36)}_${count}`
  taken.add(candidate)
  return candidate
}
