import type { CollectionConfig } from 'payload'
import { type Actor, isStaff } from '../staff/roles.ts'

const mayKeepBooks = (actor: Actor) => actor?.roles.includes('generalSecretary') ?? false

/** The books: each numbers its entries from 1 every year. A book is closed, never removed. */
export const registers: CollectionConfig = {
  slug: 'registers',
  labels: { singular: { ro: 'Registru', en: 'Register' }, plural: { ro: 'Registre', en: 'Registers' } },
  defaultSort: 'id',
  admin: {
    group: { ro: 'Registratură', en: 'Registry' },
    useAsTitle: 'name',
    defaultColumns: ['name', 'code', 'isGeneral', 'isActive'],
  },
  access: {
    read: ({ req }) => isStaff(req.user as unknown as Actor),
    create: ({ req }) => mayKeepBooks(req.user as unknown as Actor),
    update: ({ req }) => mayKeepBooks(req.user as unknown as Actor),
    delete: () => false,
  },
  fields: [
    { name: 'name', type: 'text', required: true, unique: true, label: { ro: 'Denumirea', en: 'Name' } },
    { name: 'code', type: 'text', required: true, unique: true, label: { ro: 'Cod', en: 'Code' } },
    {
      name: 'isGeneral',
      type: 'checkbox',
      defaultValue: false,
      label: { ro: 'Registrul general, în care intră și ce se depune pe site', en: 'The general register' },
    },
    { name: 'isActive', type: 'checkbox', defaultValue: true, label: { ro: 'În uz', en: 'In use' } },
  ],
}
