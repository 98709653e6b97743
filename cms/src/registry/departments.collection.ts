import type { CollectionConfig } from 'payload'
import { type Actor, isStaff, mayManageStaff } from '../staff/roles.ts'

/** The departments of the town hall, as documents are routed to them; one that has ended is kept for old entries. */
export const departments: CollectionConfig = {
  slug: 'departments',
  labels: { singular: { ro: 'Compartiment', en: 'Department' }, plural: { ro: 'Compartimente', en: 'Departments' } },
  defaultSort: 'name',
  admin: {
    group: { ro: 'Registratură', en: 'Registry' },
    useAsTitle: 'name',
    defaultColumns: ['name', 'publicName', 'isActive'],
  },
  access: {
    read: ({ req }) => isStaff(req.user as unknown as Actor),
    create: ({ req }) => mayManageStaff(req.user as unknown as Actor),
    update: ({ req }) => mayManageStaff(req.user as unknown as Actor),
    delete: () => false,
  },
  fields: [
    { name: 'name', type: 'text', required: true, unique: true, label: { ro: 'Denumirea', en: 'Name' } },
    {
      name: 'code',
      type: 'text',
      required: true,
      unique: true,
      label: { ro: 'Cod', en: 'Code' },
      admin: { description: { ro: 'Scurt, fără diacritice: „urbanism”. Formularele se leagă prin el.', en: 'Short.' } },
    },
    {
      name: 'publicName',
      type: 'text',
      label: { ro: 'Cum îi spun oamenii („la urbanism”)', en: 'What people call it' },
    },
    { name: 'isActive', type: 'checkbox', defaultValue: true, label: { ro: 'În funcțiune', en: 'Active' } },
  ],
}
