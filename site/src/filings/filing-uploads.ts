import type { FormDefinition } from '@avizier/cms/forms'
import type { UploadLimits } from '../files/quarantine.ts'

/** The questions of a form that take files, and what each takes. */
export function uploadsOf(definition: FormDefinition | null): Map<string, UploadLimits> {
  const fields = (definition?.steps ?? []).flatMap(({ fields }) => fields)
  return new Map(fields.flatMap((field) => (field.type === 'file' ? [[field.name, field]] : [])))
}

export const limitsIn = (definition: FormDefinition) => (field: string) => uploadsOf(definition).get(field) ?? null
