import type { Noun } from '../changes/contract.ts'

/** The offices of domain law as far as they act on the record today; they stack, a commune's clerk often holds three. */
export const roles = [
  'registrar',
  'clerk',
  'departmentHead',
  'generalSecretary',
  'mayor',
  'deputyMayor',
  'foiOfficer',
  'editor',
  'admin',
  'auditor',
] as const
export type Role = (typeof roles)[number]

export type Actor = { roles: readonly Role[] } | null | undefined

const holds = (actor: Actor, ...any: Role[]) => actor?.roles.some((role) => any.includes(role)) ?? false

export const isStaff = (actor: Actor) => (actor?.roles.length ?? 0) > 0

const preparers: Record<Noun, Role[]> = {
  acts: ['clerk', 'departmentHead', 'generalSecretary', 'editor'],
  announcements: ['clerk', 'departmentHead', 'generalSecretary', 'mayor', 'deputyMayor', 'editor'],
  documents: ['clerk', 'departmentHead', 'generalSecretary', 'editor'],
  pages: ['generalSecretary', 'editor'],
  forms: ['clerk', 'departmentHead', 'generalSecretary', 'editor'],
  institution: ['generalSecretary', 'admin'],
  search: ['clerk', 'departmentHead', 'generalSecretary', 'editor', 'admin'],
  geography: ['generalSecretary', 'editor', 'admin'],
  reports: ['registrar', 'clerk', 'departmentHead', 'generalSecretary', 'mayor', 'deputyMayor', 'editor'],
  reporting: ['generalSecretary', 'editor', 'admin'],
}

/** Administrative Code, art. 197 (3)-(4): publishing acts is the general secretary's duty, nobody else's. */
const publishers: Record<Noun, Role[]> = {
  acts: ['generalSecretary'],
  announcements: ['generalSecretary', 'mayor', 'editor'],
  documents: ['generalSecretary', 'editor'],
  pages: ['generalSecretary', 'editor'],
  forms: ['generalSecretary', 'editor'],
  institution: ['generalSecretary', 'admin'],
  search: ['clerk', 'departmentHead', 'generalSecretary', 'editor', 'admin'],
  geography: ['generalSecretary', 'editor', 'admin'],
  reports: ['registrar', 'clerk', 'departmentHead', 'generalSecretary', 'mayor', 'deputyMayor', 'editor'],
  reporting: ['generalSecretary', 'editor', 'admin'],
}

export const mayPrepare = (actor: Actor, noun: Noun) => holds(actor, ...preparers[noun])
export const mayPublish = (actor: Actor, noun: Noun) => holds(actor, ...publishers[noun])
export const mayReadAudit = (actor: Actor) => holds(actor, 'admin', 'generalSecretary', 'mayor', 'auditor')
/** The technical role: accounts and settings, no power over numbers or published acts. */
export const mayManageStaff = (actor: Actor) => holds(actor, 'admin')
export const mayUpload = (actor: Actor) =>
  holds(actor, 'registrar', 'clerk', 'departmentHead', 'generalSecretary', 'mayor', 'deputyMayor', 'editor')
