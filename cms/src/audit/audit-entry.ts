import type { Noun } from '../changes/contract.ts'

export const auditActions = [
  'create',
  'update',
  'saveDraft',
  'publish',
  'unpublish',
  'delete',
  'signIn',
  'read',
] as const
export type AuditAction = (typeof auditActions)[number]

export const auditNouns = [
  'acts',
  'announcements',
  'documents',
  'pages',
  'forms',
  'institution',
  'search',
  'geography',
  'reports',
  'reporting',
  'files',
  'staff',
  'registry',
] as const
export type AuditNoun = (typeof auditNouns)[number]

auditNouns satisfies readonly (Noun | 'files' | 'staff' | 'registry')[]

/** What the journal calls a save, from what was public before and after it. */
export function actionOfSave(save: {
  isNew: boolean
  wasPublic: boolean
  isPublic: boolean
  savedDraft: boolean
}): AuditAction {
  if (save.savedDraft) return save.isNew ? 'create' : save.wasPublic && !save.isPublic ? 'unpublish' : 'saveDraft'
  if (save.isPublic) return save.wasPublic ? 'update' : 'publish'
  return save.isNew ? 'create' : 'update'
}
