import { slugOf } from '@avizier/search/romanian-text'
import type { CollectionConfig, Field } from 'payload'
import { spelled } from '../publishing/spelling.ts'
import { type Actor, isStaff, mayPublish } from '../staff/roles.ts'
import { announceReporting } from './announce-reporting.action.ts'
import { categoryLabels as labels } from './reports-admin.ro.ts'

const mayChange = ({ req }: { req: { user: unknown } }) => mayPublish(req.user as Actor, 'reporting')
const pair = (fields: Field[]): Field => ({ type: 'row', fields })

/** What can be reported, and who handles it. One that ends keeps its reports and takes no new ones. */
export const reportCategories: CollectionConfig = {
  slug: 'report-categories',
  labels: labels.collection,
  defaultSort: 'place',
  admin: {
    group: { ro: 'Sesizări', en: 'Reports' },
    useAsTitle: 'name',
    defaultColumns: ['name', 'group', 'department', 'authority', 'takesNew'],
    pagination: { defaultLimit: 50 },
  },
  access: {
    read: ({ req }) => isStaff(req.user as unknown as Actor),
    create: mayChange as never,
    update: mayChange as never,
    delete: () => false,
  },
  hooks: {
    beforeValidate: [
      ({ data }) => {
        if (!data) return data
        const clean = spelled(data)
        return { ...clean, slug: clean['slug'] || slugOf(String(clean['name'] ?? '')) }
      },
    ],
    // The list is public as a whole: with the rules, in one record.
    afterChange: [async ({ req }) => announceReporting(req)],
  },
  fields: [
    pair([
      { name: 'name', type: 'text', required: true, unique: true, label: labels.name },
      { name: 'group', type: 'text', required: true, label: labels.group },
    ]),
    { name: 'hint', type: 'text', label: labels.hint },
    pair([
      {
        name: 'department',
        type: 'relationship',
        relationTo: 'departments',
        label: labels.department,
        admin: { description: labels.departmentHint },
      },
      { name: 'expectedDays', type: 'number', min: 1, max: 365, label: labels.expectedDays },
    ]),
    pair([
      { name: 'authority', type: 'text', label: labels.authority },
      {
        name: 'authorityEmail',
        type: 'email',
        label: labels.authorityEmail,
        admin: { description: labels.authorityHint },
      },
    ]),
    {
      name: 'villageRules',
      type: 'array',
      label: labels.villageRules,
      labels: labels.villageRule,
      fields: [
        pair([
          { name: 'village', type: 'text', required: true, label: labels.village },
          {
            name: 'department',
            type: 'relationship',
            relationTo: 'departments',
            required: true,
            label: labels.department,
          },
        ]),
      ],
    },
    {
      name: 'slug',
      type: 'text',
      unique: true,
      index: true,
      label: labels.slug,
      admin: { position: 'sidebar' },
      access: { update: () => false },
    },
    { name: 'place', type: 'number', defaultValue: 100, label: labels.place, admin: { position: 'sidebar' } },
    { name: 'takesNew', type: 'checkbox', defaultValue: true, label: labels.takesNew, admin: { position: 'sidebar' } },
  ],
}
