import type { Field } from 'payload'
import { dayField } from '../publishing/date-fields.ts'
import { discountShares, offenceBases } from './discount-rules.ts'
import { beneficiaries, domiciles, fineKinds, offenderKinds, payChannels } from './fine-routes.ts'
import {
  beneficiaryLabels,
  channelLabels,
  domicileLabels,
  fineKindLabels,
  offenderLabels,
  shareLabels,
} from './payment-rules.ro.ts'
import { usualTable } from './payment-table.ts'
import { basisLabels } from './payment-words.ro.ts'

const choices = <Name extends string>(names: readonly Name[], labels: Record<Name, { ro: string; en: string }>) =>
  names.map((value) => ({ value, label: labels[value] }))
const wide = (width: string, field: Field): Field =>
  ({ ...field, admin: { ...('admin' in field ? field.admin : {}), width } }) as Field
const bases = offenceBases.map((value) => ({ value, label: { ro: basisLabels[value], en: value } }))
const interval: Field[] = [
  dayField({ name: 'validFrom', required: true, label: { ro: 'Din ziua', en: 'From' }, admin: { width: '25%' } }),
  dayField({ name: 'validTo', label: { ro: 'Până în ziua', en: 'To' }, admin: { width: '25%' } }),
]

/** The tables of the rules, as clerks edit them: each new version starts as the law has them. */
export const ruleTabs: Field = {
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
}
