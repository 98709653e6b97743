import type { CollectionBeforeValidateHook, CollectionConfig, Field, PayloadRequest } from 'payload'
import { appendAuditEntry } from '../audit/append-audit-entry.action.ts'
import { dayOf } from '../publishing/calendar.ts'
import { dayField } from '../publishing/date-fields.ts'
import { refuse } from '../publishing/refuse.ts'
import { type Actor, mayKeepMoney, mayReadMoney } from '../staff/roles.ts'
import { askFineEndpoint } from './ask-fine.endpoint.ts'
import { offenceBases } from './discount-rules.ts'
import { writtenPaper } from './fine-paper.ts'
import { readFine, type TypedFine } from './fine-record.ts'
import { domiciles, offenderKinds } from './fine-routes.ts'
import { fineSentences, fineStateLabels, paidThroughLabels } from './fines.ro.ts'
import { importFinesEndpoint } from './import-fines.endpoint.ts'
import { settleKnownPayments } from './match-fines.action.ts'
import { decimalOfBani } from './money.ts'
import type { Offender } from './offender.ts'
import { domicileLabels, fineKindLabels, offenderLabels } from './payment-rules.ro.ts'
import { basisLabels } from './payment-words.ro.ts'

const actorOf = (req: PayloadRequest) => req.user as unknown as Actor
const labelled = (labels: Record<string, { ro: string; en: string }>, names: readonly string[] = Object.keys(labels)) =>
  names.map((value) => ({ value, label: labels[value] ?? value }))
const row = (fields: Field[]): Field => ({
  type: 'row',
  fields: fields.map(
    (field) =>
      ({ ...field, admin: { ...('admin' in field ? field.admin : {}), width: `${100 / fields.length}%` } }) as Field,
  ),
})
const hidden = { hidden: true, access: { create: () => false, update: () => false, read: () => false } }
const bySystem = { admin: { readOnly: true }, access: { create: () => false, update: () => false } }
/** Lei as they are typed and shown; the record keeps bani. */
const leiField = (name: 'applied' | 'minimum', label: { ro: string; en: string }, required: boolean): Field => ({
  name,
  type: 'text',
  virtual: true,
  required,
  label,
  hooks: {
    afterRead: [
      ({ siblingData }) => {
        const bani = siblingData?.[`${name}Bani`]
        return typeof bani === 'number' ? decimalOfBani(bani).replace('.', ',').replace(/,00$/, '') : ''
      },
    ],
  },
})

/** What was typed becomes what is kept: the CNP goes no further than this function. */
const keepFine: CollectionBeforeValidateHook = ({ data = {}, originalDoc, operation, req }) => {
  if (req.context['fromImport']) return data
  if (originalDoc?.state === 'paid') refuse(req, 'fines', [{ path: 'series', message: fineSentences['paid-locked'] }])
  const all = { ...originalDoc, ...data }
  if (all.state === 'void') {
    if (!String(all.voidReason ?? '').trim())
      refuse(req, 'fines', [{ path: 'voidReason', message: fineSentences['void-reason-missing'] }])
    return { ...data, identifier: undefined }
  }
  const text = (name: string) => String(all[name] ?? '')
  const day = (name: string) => (all[name] ? dayOf(all[name]) : '')
  const known =
    operation === 'update'
      ? ({
          kind: originalDoc.offenderKind,
          digest: originalDoc.offenderDigest,
          masked: originalDoc.offenderMasked,
        } satisfies Offender)
      : null
  const typed = {
    ...(Object.fromEntries(
      [
        'series',
        'number',
        'issuer',
        'basis',
        'offenderKind',
        'offenderName',
        'domicile',
        'deed',
        'applied',
        'minimum',
      ].map((name) => [name, text(name)]),
    ) as Omit<TypedFine, 'issuedOn' | 'communicatedOn' | 'identifier'>),
    issuedOn: day('issuedOn'),
    communicatedOn: day('communicatedOn'),
    identifier: text('identifier'),
  }
  const verdict = readFine(typed, { today: dayOf(new Date()), secret: req.payload.secret, known })
  if (verdict.kind === 'faulty')
    return refuse(
      req,
      'fines',
      verdict.faults.map(({ field, code }) => ({ path: field, message: fineSentences[code] })),
    )
  const { fine } = verdict
  return {
    ...data,
    title: writtenPaper(fine.paper).replaceAll('\u00a0', ' '),
    series: fine.paper.series,
    number: fine.paper.number,
    paperKey: fine.paperKey,
    communicatedOn: fine.communicatedOn,
    offenderDigest: fine.offender.digest,
    offenderMasked: fine.offender.masked,
    appliedBani: fine.appliedBani,
    minimumBani: fine.minimumBani,
    identifier: undefined,
  }
}

/** The fines that the town itself collects. Of whom they were given to only a digest, a mask and a name are kept. */
export const fines: CollectionConfig = {
  slug: 'fines',
  labels: { singular: { ro: 'Amendă', en: 'Fine' }, plural: { ro: 'Amenzi', en: 'Fines' } },
  defaultSort: '-issuedOn',
  endpoints: [askFineEndpoint, importFinesEndpoint],
  admin: {
    group: { ro: 'Plăți', en: 'Payments' },
    useAsTitle: 'title',
    defaultColumns: ['title', 'issuedOn', 'offenderName', 'state', 'paidOn'],
    listSearchableFields: ['title', 'offenderName', 'offenderMasked'],
    components: { beforeListTable: ['/src/payments/ImportFines#ImportFines'] },
  },
  access: {
    read: ({ req }) => mayReadMoney(actorOf(req)),
    create: ({ req }) => mayKeepMoney(actorOf(req)),
    update: ({ req }) => mayKeepMoney(actorOf(req)),
    delete: () => false,
  },
  fields: [
    { name: 'title', type: 'text', label: { ro: 'Procesul-verbal', en: 'Paper' }, admin: { hidden: true } },
    row([
      { name: 'series', type: 'text', required: true, label: { ro: 'Seria', en: 'Series' } },
      { name: 'number', type: 'text', required: true, label: { ro: 'Numărul', en: 'Number' } },
      {
        name: 'issuer',
        type: 'select',
        required: true,
        defaultValue: 'own',
        label: { ro: 'Cine a dat-o', en: 'Issuer' },
        options: labelled(fineKindLabels, ['own', 'police']),
      },
    ]),
    row([
      dayField({ name: 'issuedOn', required: true, label: { ro: 'Întocmit la', en: 'Issued on' } }),
      dayField({ name: 'communicatedOn', label: { ro: 'Primit la', en: 'Communicated on' } }),
      {
        name: 'basis',
        type: 'select',
        required: true,
        label: { ro: 'Pentru ce', en: 'Basis' },
        options: offenceBases.map((value) => ({ value, label: { ro: basisLabels[value], en: value } })),
      },
    ]),
    { name: 'deed', type: 'text', label: { ro: 'Fapta, pe scurt', en: 'Deed' } },
    row([
      {
        name: 'offenderKind',
        type: 'select',
        required: true,
        defaultValue: 'person',
        label: { ro: 'Cel amendat', en: 'Offender' },
        options: labelled(offenderLabels, offenderKinds),
      },
      {
        name: 'identifier',
        type: 'text',
        virtual: true,
        label: { ro: 'CNP sau CUI', en: 'CNP or CUI' },
        admin: {
          description: {
            ro: 'Se verifică și nu se păstrează. La o amendă din registru se scrie numai ca să îl schimbați.',
            en: 'Checked, never kept.',
          },
        },
      },
      { name: 'offenderMasked', type: 'text', label: { ro: 'Păstrat ca', en: 'Kept as' }, ...bySystem },
    ]),
    row([
      { name: 'offenderName', type: 'text', label: { ro: 'Numele', en: 'Name' } },
      {
        name: 'domicile',
        type: 'select',
        required: true,
        defaultValue: 'here',
        label: { ro: 'Domiciliul sau sediul', en: 'Domicile' },
        options: labelled(domicileLabels, domiciles),
      },
    ]),
    row([
      leiField('applied', { ro: 'Amenda aplicată, în lei', en: 'Applied, lei' }, true),
      leiField('minimum', { ro: 'Minimul legii, în lei', en: 'Minimum, lei' }, false),
    ]),
    row([
      {
        name: 'state',
        type: 'select',
        required: true,
        defaultValue: 'due',
        index: true,
        label: { ro: 'Starea', en: 'State' },
        options: labelled(fineStateLabels),
      },
      dayField({ name: 'paidOn', label: { ro: 'Plătită la', en: 'Paid on' } }),
      {
        name: 'paidThrough',
        type: 'select',
        label: { ro: 'Cum', en: 'How' },
        options: labelled(paidThroughLabels),
      },
    ]),
    { name: 'voidReason', type: 'text', label: { ro: 'De ce s-a anulat', en: 'Why void' } },
    { name: 'paperKey', type: 'text', unique: true, index: true, ...hidden },
    { name: 'offenderDigest', type: 'text', ...hidden },
    { name: 'appliedBani', type: 'number', admin: { hidden: true } },
    { name: 'minimumBani', type: 'number', admin: { hidden: true } },
    { name: 'paidBani', type: 'number', admin: { hidden: true }, access: { create: () => false, update: () => false } },
  ],
  hooks: {
    beforeValidate: [keepFine],
    afterChange: [
      async ({ doc, operation, req }) => {
        await appendAuditEntry(req, {
          action: operation === 'create' ? 'create' : 'update',
          noun: 'fines',
          recordId: String(doc.id),
          title: doc.title,
          revision: null,
        })
        await settleKnownPayments(req, Number(doc.id))
      },
    ],
  },
}
