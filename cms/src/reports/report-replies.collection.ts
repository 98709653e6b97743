import type { CollectionConfig } from 'payload'
import { spelled } from '../publishing/spelling.ts'
import { type Actor, isStaff, mayPublish } from '../staff/roles.ts'
import { verbLabels } from './reports.ro.ts'
import { replyLabels as labels } from './reports-admin.ro.ts'

const answering = ['refuse', 'note', 'finish', 'decline', 'forward', 'plan'] as const
const mayChange = ({ req }: { req: { user: unknown } }) => mayPublish(req.user as Actor, 'reporting')

/** Sentences that clerks would otherwise type again and again; one is chosen, then changed at will. */
export const reportReplies: CollectionConfig = {
  slug: 'report-replies',
  labels: labels.collection,
  defaultSort: 'title',
  admin: {
    group: { ro: 'Sesizări', en: 'Reports' },
    useAsTitle: 'title',
    defaultColumns: ['title', 'verb'],
  },
  access: {
    read: ({ req }) => isStaff(req.user as unknown as Actor),
    create: mayChange as never,
    update: mayChange as never,
    delete: mayChange as never,
  },
  hooks: { beforeValidate: [({ data }) => data && spelled(data)] },
  fields: [
    { name: 'title', type: 'text', required: true, label: labels.title },
    {
      name: 'verb',
      type: 'select',
      required: true,
      options: answering.map((value) => ({ value, label: { ro: verbLabels[value], en: value } })),
      label: labels.verb,
    },
    { name: 'text', type: 'textarea', required: true, maxLength: 1_000, label: labels.text },
  ],
}
