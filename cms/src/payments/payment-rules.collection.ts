import type { CollectionBeforeChangeHook, CollectionConfig, PayloadRequest } from 'payload'
import { appendAuditEntry } from '../audit/append-audit-entry.action.ts'
import { dayOf } from '../publishing/calendar.ts'
import { momentField } from '../publishing/date-fields.ts'
import { isIban } from '../publishing/personal-data.ts'
import { type FieldRefusal, refuse } from '../publishing/refuse.ts'
import { type Actor, mayDecideMoney, mayReadMoney } from '../staff/roles.ts'
import { checkRoutes } from './fine-routes.ts'
import { judgeRulesEndpoint } from './judge-rules.endpoint.ts'
import { ruleTabs } from './payment-rule-tabs.collection.ts'
import { ruleMessages, ruleStateLabels, tableFaults } from './payment-rules.ro.ts'
import { tableOf } from './payment-rules.ts'

const actorOf = (req: PayloadRequest) => req.user as unknown as Actor
const choices = <Name extends string>(names: readonly Name[], labels: Record<Name, { ro: string; en: string }>) =>
  names.map((value) => ({ value, label: labels[value] }))
const untouched = { create: () => false, update: () => false }
/** Only the one who proposes changes a proposal, and only while nobody has answered it. */
const guardProposal: CollectionBeforeChangeHook = ({ data, originalDoc, operation, req }) => {
  if (operation === 'create') {
    if (!req.user) return data
    return { ...data, state: 'proposed', proposedBy: req.user.id, proposedAt: new Date().toISOString() }
  }
  if (originalDoc.state !== 'proposed')
    refuse(req, 'paymentRules', [{ path: 'reason', message: ruleMessages['judged-already'] }])
  const proposer = originalDoc.proposedBy?.id ?? originalDoc.proposedBy
  if (String(proposer) !== String(req.user?.id))
    refuse(req, 'paymentRules', [{ path: 'reason', message: ruleMessages['only-proposer'] }])
  return data
}

const checkTable: CollectionBeforeChangeHook = ({ data, req }) => {
  const { routes, accounts } = tableOf(data as never)
  const refusals: FieldRefusal[] = checkRoutes(routes, dayOf(new Date())).map(({ line, code }) => ({
    path: line === null ? 'routes' : `routes.${line}.reason`,
    message: tableFaults[code],
  }))
  for (const name of ['localIban', 'singleIban'] as const)
    if (accounts[name] && !isIban(accounts[name]))
      refusals.push({ path: `accounts.${name}`, message: ruleMessages['iban-wrong'] })
  if (!/^[A-Z0-9]{1,6}$/.test(accounts.receiptSeries))
    refusals.push({ path: 'accounts.receiptSeries', message: ruleMessages['series-wrong'] })
  if (refusals.length > 0) refuse(req, 'paymentRules', refusals)
  return data
}

/** Where and by how much fines are paid. A version is proposed by one person and approved by another; none is changed after. */
export const paymentRules: CollectionConfig = {
  slug: 'paymentRules',
  labels: {
    singular: { ro: 'Set de reguli de plată', en: 'Payment rules' },
    plural: { ro: 'Reguli de plată', en: 'Payment rules' },
  },
  defaultSort: '-createdAt',
  endpoints: [judgeRulesEndpoint],
  admin: {
    group: { ro: 'Plăți', en: 'Payments' },
    useAsTitle: 'reason',
    defaultColumns: ['reason', 'state', 'proposedBy', 'judgedBy', 'judgedAt'],
    description: {
      ro: 'Se aplică ultima versiune aprobată. O propune o persoană și o aprobă alta; ca să schimbați ceva, faceți o copie.',
      en: 'The last approved version holds.',
    },
  },
  access: {
    read: ({ req }) => mayReadMoney(actorOf(req)),
    create: ({ req }) => mayDecideMoney(actorOf(req)),
    update: ({ req }) => mayDecideMoney(actorOf(req)),
    delete: () => false,
  },
  fields: [
    {
      name: 'judge',
      type: 'ui',
      admin: { components: { Field: '/src/payments/JudgeRules#JudgeRules' } },
    },
    { name: 'reason', type: 'text', required: true, label: { ro: 'De ce se schimbă', en: 'Why' } },
    {
      type: 'row',
      fields: [
        {
          name: 'state',
          type: 'select',
          required: true,
          defaultValue: 'proposed',
          label: { ro: 'Starea', en: 'State' },
          options: choices(['proposed', 'approved', 'rejected'] as const, ruleStateLabels),
          admin: { readOnly: true, width: '20%' },
          access: untouched,
        },
        {
          name: 'proposedBy',
          type: 'relationship',
          relationTo: 'staff',
          label: { ro: 'Propuse de', en: 'Proposed by' },
          admin: { readOnly: true, width: '25%' },
          access: untouched,
        },
        {
          name: 'judgedBy',
          type: 'relationship',
          relationTo: 'staff',
          label: { ro: 'Răspuns de', en: 'Judged by' },
          admin: { readOnly: true, width: '25%' },
          access: untouched,
        },
        momentField({
          name: 'judgedAt',
          label: { ro: 'La', en: 'At' },
          admin: { readOnly: true, width: '30%' },
          access: untouched,
        }),
      ],
    },
    momentField({ name: 'proposedAt', admin: { hidden: true }, access: untouched }),
    ruleTabs,
  ],
  hooks: {
    beforeChange: [guardProposal, checkTable],
    afterChange: [
      ({ doc, operation, req }) =>
        appendAuditEntry(req, {
          action: operation === 'create' ? 'create' : 'update',
          noun: 'paymentRules',
          recordId: String(doc.id),
          title: doc.reason,
          revision: null,
        }),
    ],
  },
}
