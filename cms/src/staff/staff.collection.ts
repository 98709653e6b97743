import type { CollectionConfig, PayloadRequest } from 'payload'
import { appendAuditEntry } from '../audit/append-audit-entry.action.ts'
import { readCmsEnvironment } from '../env.ts'
import { refuse } from '../publishing/refuse.ts'
import { type Actor, isStaff, mayManageStaff, type Role, roles } from './roles.ts'
import { newPasswordLetter, roleLabels, staffText } from './staff.ro.ts'

const actorOf = (req: PayloadRequest) => req.user as unknown as Actor
const tenMinutes = 10 * 60 * 1000

export const staff: CollectionConfig = {
  slug: 'staff',
  labels: { singular: { ro: 'Cont', en: 'Account' }, plural: { ro: 'Conturi', en: 'Accounts' } },
  auth: {
    maxLoginAttempts: 8,
    lockTime: tenMinutes,
    tokenExpiration: 8 * 60 * 60,
    forgotPassword: {
      generateEmailSubject: () => staffText.newPasswordSubject,
      generateEmailHTML: ({ token, user } = {}) =>
        newPasswordLetter({
          name: String((user as { name?: string } | undefined)?.name ?? ''),
          link: `${readCmsEnvironment().CMS_URL}/admin/reset/${token}`,
        }),
    },
  },
  admin: {
    useAsTitle: 'name',
    group: { ro: 'Administrare', en: 'Administration' },
    defaultColumns: ['name', 'email', 'roles', 'lastSignInAt'],
    hidden: ({ user }) => !mayManageStaff(user as unknown as Actor),
  },
  access: {
    admin: ({ req }) => isStaff(actorOf(req)),
    create: ({ req }) => mayManageStaff(actorOf(req)),
    read: ({ req }) => (mayManageStaff(actorOf(req)) ? true : req.user ? { id: { equals: req.user.id } } : false),
    update: ({ req }) => (mayManageStaff(actorOf(req)) ? true : req.user ? { id: { equals: req.user.id } } : false),
    delete: ({ req, id }) => mayManageStaff(actorOf(req)) && String(req.user?.id) !== String(id),
    unlock: ({ req }) => mayManageStaff(actorOf(req)),
  },
  fields: [
    { name: 'name', type: 'text', required: true, label: { ro: 'Nume și prenume', en: 'Name' } },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      required: true,
      saveToJWT: true,
      label: { ro: 'Roluri', en: 'Roles' },
      admin: {
        description: {
          ro: 'Rolurile se adună. Actele le publică numai secretarul general.',
          en: 'Roles add up. Only the general secretary publishes acts.',
        },
      },
      options: roles.map((role) => ({ value: role, label: roleLabels[role] })),
      access: { update: ({ req }) => mayManageStaff(actorOf(req)) },
    },
    {
      name: 'departments',
      type: 'relationship',
      relationTo: 'departments',
      hasMany: true,
      label: { ro: 'Compartimente', en: 'Departments' },
      admin: {
        description: {
          ro: 'Documentele repartizate acestor compartimente îi apar în lucru.',
          en: 'Documents routed to these departments are this person’s work.',
        },
      },
      access: { update: ({ req }) => mayManageStaff(actorOf(req)) },
    },
    {
      name: 'lastSignInAt',
      type: 'date',
      label: { ro: 'Ultima autentificare', en: 'Last sign-in' },
      admin: { readOnly: true, position: 'sidebar', date: { displayFormat: 'd MMM yyyy, HH:mm' } },
      access: { create: () => false, update: () => false },
    },
  ],
  hooks: {
    beforeChange: [
      async ({ data, originalDoc, operation, req }) => {
        if (operation !== 'update' || !data.roles) return data
        const before: Role[] = originalDoc.roles ?? []
        const loses = before.includes('admin') && !data.roles.includes('admin')
        const gainsOwn =
          String(req.user?.id) === String(originalDoc.id) && data.roles.some((r: Role) => !before.includes(r))
        if (gainsOwn) refuseRoles(req, staffText.ownRoles)
        if (loses && (await otherAdmins(req, originalDoc.id)) === 0) refuseRoles(req, staffText.lastAdmin)
        return data
      },
    ],
    beforeDelete: [
      async ({ id, req }) => {
        const leaving = await req.payload.findByID({ collection: 'staff', id, req, depth: 0, overrideAccess: true })
        const isAdmin = (leaving.roles as Role[]).includes('admin')
        if (isAdmin && (await otherAdmins(req, id)) === 0) refuseRoles(req, staffText.lastAdmin)
      },
    ],
    afterChange: [
      ({ doc, operation, req }) =>
        appendAuditEntry(req, {
          action: operation === 'create' ? 'create' : 'update',
          noun: 'staff',
          recordId: String(doc.id),
          title: doc.name,
          revision: null,
        }),
    ],
    afterDelete: [
      ({ doc, req }) =>
        appendAuditEntry(req, {
          action: 'delete',
          noun: 'staff',
          recordId: String(doc.id),
          title: doc.name,
          revision: null,
        }),
    ],
    afterLogin: [
      async ({ user, req }) => {
        await req.payload.db.updateOne({
          collection: 'staff',
          id: user.id,
          data: { lastSignInAt: new Date().toISOString() },
          req,
        })
        await appendAuditEntry(req, {
          action: 'signIn',
          noun: 'staff',
          recordId: String(user.id),
          title: user.name,
          revision: null,
          actor: { id: String(user.id), name: user.name },
        })
      },
    ],
  },
}

/** The other technical administrators (their accounts decide whether this one may go). */
async function otherAdmins(req: PayloadRequest, id: number | string): Promise<number> {
  const { totalDocs } = await req.payload.count({
    collection: 'staff',
    where: { and: [{ roles: { in: ['admin'] } }, { id: { not_equals: id } }] },
    req,
    overrideAccess: true,
  })
  return totalDocs
}

function refuseRoles(req: PayloadRequest, message: string): never {
  refuse(req, 'staff', [{ path: 'roles', message }])
}
