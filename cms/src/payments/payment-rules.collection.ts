import type { CollectionBeforeChangeHook, CollectionConfig, Field, PayloadRequest } from 'payload'
import { appendAuditEntry } from '../audit/append-audit-entry.action.ts'
import { dayOf } from '../publishing/calendar.ts'
import { dayField, momentField } from '../publishing/date-fields.ts'
import { isIban } from '../publishing/personal-data.ts'
import { type FieldRefusal, refuse } from '../publishing/refuse.ts'
import { type Actor, mayDecideMoney, mayReadMoney } from '../staff/roles.ts'
import { discountShares, offenceBases } from './discount-rules.ts'
import { beneficiaries, checkRoutes, domiciles, fineKinds, offenderKinds, payChannels } from './fine-routes.ts'
import { judgeRulesEndpoint } from './judge-rules.endpoint.ts'
import {
  beneficiaryLabels,
  channelLabels,
  domicileLabels,
  fineKindLabels,
  offenderLabels,
  ruleMessages,
  ruleStateLabels,
  shareLabels,
  tableFaults,
} from './payment-rules.ro.ts'
import { tableOf } from './payment-rules.ts'
import { usualTable } from './payment-table.ts'
import { basisLabels } from './payment-words.ro.ts'

const actorOf = (req: PayloadRequest) => req.user as unknown as Actor
const choices = <Name extends string>(names: readonly Name[], labels: Record<Name, { ro: string; en: string }>) =>
  names.map((value) => ({ value, label: labels[value] }))
const wide = (width: string, field: Field): Field =>
  ({ ...field, admin: { ...('admin' in field ? field.admin : {}), width } }) as Field
const untouched = { create: () => false, update: () => false }
const bases = offenceBases.map((value) => ({ value, label: { ro: basisLabels[value], en: value } }))
const interval: Field[] = [
  dayField({ name: 'validFrom', required: true, label: { ro: 'Din ziua', en: 'From' }, admin: { width: '25%' } }),
  dayField({ name: 'validTo', label: { ro: 'Până în ziua', en: 'To' }, admin: { width: '25%' } }),
]

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
    singular: { ro: 'Reguli de plată', en: 'Payment rules' },
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
    {
      type: 'tabs',
      tabs: [
        {
          label: { ro: 'Unde se plătește', en: 'Routes' },
          fields: [
            {
              name: 'routes',
              type: 'array',
              required: true,
              label: { ro: 'Prima linie care se potrivește hotărăște', en: 'The first that fits' },
              labels: { singular: { ro: 'Linie', en: 'Line' }, plural: { ro: 'Linii', en: 'Lines' } },
              defaultValue: usualTable.routes.map((rule) => ({ ...rule, channels: [...rule.channels] })),
              admin: { initCollapsed: true, components: { RowLabel: '/src/payments/RuleLabels#RouteLabel' } },
              fields: [
                {
                  type: 'row',
                  fields: [
                    wide('40%', {
                      name: 'fine',
                      type: 'select',
                      required: true,
                      label: { ro: 'Amenda', en: 'Fine' },
                      options: choices(fineKinds, fineKindLabels),
                    }),
                    wide('30%', {
                      name: 'offender',
                      type: 'select',
                      label: { ro: 'Cel amendat (gol: oricine)', en: 'Offender' },
                      options: choices(offenderKinds, offenderLabels),
                    }),
                    wide('30%', {
                      name: 'domicile',
                      type: 'select',
                      label: { ro: 'Domiciliul (gol: oricare)', en: 'Domicile' },
                      options: choices(domiciles, domicileLabels),
                    }),
                  ],
                },
                {
                  type: 'row',
                  fields: [
                    wide('60%', {
                      name: 'channels',
                      type: 'select',
                      hasMany: true,
                      required: true,
                      label: { ro: 'Cum se plătește, în ordine', en: 'Channels' },
                      options: choices(payChannels, channelLabels),
                    }),
                    wide('40%', {
                      name: 'beneficiary',
                      type: 'select',
                      required: true,
                      label: { ro: 'Banii merg la', en: 'Beneficiary' },
                      options: choices(beneficiaries, beneficiaryLabels),
                    }),
                  ],
                },
                {
                  name: 'reason',
                  type: 'text',
                  required: true,
                  label: { ro: 'Motivul, pentru cetățean', en: 'Reason' },
                },
                {
                  type: 'row',
                  fields: [
                    wide('50%', {
                      name: 'legalBasis',
                      type: 'text',
                      required: true,
                      label: { ro: 'Legea', en: 'Legal basis' },
                    }),
                    ...interval,
                  ],
                },
              ],
            },
          ],
        },
        {
          label: { ro: 'Cât se plătește', en: 'Discounts' },
          fields: [
            {
              name: 'discounts',
              type: 'array',
              label: { ro: 'Prima linie care se potrivește hotărăște', en: 'The first that fits' },
              labels: { singular: { ro: 'Linie', en: 'Line' }, plural: { ro: 'Linii', en: 'Lines' } },
              defaultValue: usualTable.discounts.map((rule) => ({ ...rule, bases: [...rule.bases] })),
              admin: { initCollapsed: true, components: { RowLabel: '/src/payments/RuleLabels#DiscountLabel' } },
              fields: [
                {
                  name: 'bases',
                  type: 'select',
                  hasMany: true,
                  label: { ro: 'Faptele (gol: toate celelalte)', en: 'Offences' },
                  options: bases,
                },
                {
                  type: 'row',
                  fields: [
                    wide('60%', {
                      name: 'share',
                      type: 'select',
                      required: true,
                      label: { ro: 'Reducerea', en: 'Discount' },
                      options: choices(discountShares, shareLabels),
                    }),
                    wide('40%', {
                      name: 'days',
                      type: 'number',
                      required: true,
                      min: 0,
                      max: 365,
                      label: { ro: 'Zile de la primire', en: 'Days' },
                    }),
                  ],
                },
                {
                  type: 'row',
                  fields: [
                    wide('50%', {
                      name: 'legalBasis',
                      type: 'text',
                      required: true,
                      label: { ro: 'Legea', en: 'Legal basis' },
                    }),
                    ...interval,
                  ],
                },
              ],
            },
          ],
        },
        {
          label: { ro: 'Conturi și chitanțe', en: 'Accounts and receipts' },
          fields: [
            {
              name: 'accounts',
              type: 'group',
              label: false,
              fields: [
                {
                  type: 'row',
                  fields: [
                    wide('50%', {
                      name: 'fiscalCode',
                      type: 'text',
                      label: { ro: 'Codul fiscal al comunei', en: 'Fiscal code' },
                    }),
                    wide('50%', {
                      name: 'receiptSeries',
                      type: 'text',
                      required: true,
                      defaultValue: usualTable.accounts.receiptSeries,
                      label: { ro: 'Seria chitanțelor', en: 'Receipt series' },
                    }),
                  ],
                },
                {
                  type: 'row',
                  fields: [
                    wide('50%', {
                      name: 'localIban',
                      type: 'text',
                      label: { ro: 'IBAN, bugetul local', en: 'Local IBAN' },
                    }),
                    wide('50%', { name: 'localBank', type: 'text', label: { ro: 'Deschis la', en: 'Bank' } }),
                  ],
                },
                {
                  type: 'row',
                  fields: [
                    wide('50%', {
                      name: 'singleIban',
                      type: 'text',
                      defaultValue: usualTable.accounts.singleIban,
                      label: { ro: 'IBAN, contul unic al amenzilor', en: 'Single account' },
                    }),
                    wide('50%', {
                      name: 'singleBeneficiary',
                      type: 'text',
                      defaultValue: usualTable.accounts.singleBeneficiary,
                      label: { ro: 'Numele contului unic', en: 'Its name' },
                    }),
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
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
