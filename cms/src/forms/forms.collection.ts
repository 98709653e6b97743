import type { CollectionAfterChangeHook, CollectionConfig, Field, PayloadRequest } from 'payload'
import { attachedFilesField } from '../files/attached-files-field.ts'
import { toPublicFiles } from '../files/to-public-files.ts'
import { dayOf } from '../publishing/calendar.ts'
import { findPersonalData } from '../publishing/personal-data.ts'
import { publishedCollection } from '../publishing/published-collection.ts'
import { checkDefinition } from './check-definition.ts'
import { withNames } from './derive-names.ts'
import type { FormDocument } from './form-document.ts'
import { stepsField } from './form-steps.collection.ts'
import { keepFormVersion, versionOf } from './form-versions.action.ts'
import {
  definitionMessages,
  filedKindLabels,
  signatureLabels,
  terms,
  themeLabels,
  usualRights,
} from './forms-admin.ro.ts'
import { type Town, toDefinition, toDraft } from './to-definition.ts'

const optionsFrom = (labels: Record<string, { ro: string; en: string }>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

const noticePart = (name: string, label: { ro: string; en: string }, more: object = {}): Field =>
  ({ name, type: 'textarea', required: true, label, admin: { rows: 2 }, ...more }) as Field

const collection = publishedCollection<FormDocument>({
  slug: 'forms',
  labels: { singular: { ro: 'Formular', en: 'Form' }, plural: { ro: 'Formulare', en: 'Forms' } },
  defaultSort: ['theme', 'order'],
  admin: {
    group: { ro: 'Cereri', en: 'Filings' },
    useAsTitle: 'title',
    defaultColumns: ['title', 'theme', 'department', 'entryKind', 'updatedAt', '_status'],
    listSearchableFields: ['title', 'department'],
    description: {
      ro: 'Ce pot depune cetățenii pe site. O cerere depusă păstrează versiunea formularului pe care a completat-o.',
      en: 'What citizens can file on the site.',
    },
  },
  address: { reserved: new Set(['pas', 'verificare', 'gata']) },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: { ro: 'Pagina de început', en: 'Start page' },
          fields: [
            {
              name: 'title',
              type: 'text',
              required: true,
              label: { ro: 'Numele formularului', en: 'Title' },
              admin: { placeholder: { ro: 'Certificat de nomenclatură stradală', en: '' } },
            },
            {
              name: 'lead',
              type: 'textarea',
              label: { ro: 'La ce folosește', en: 'Lead' },
              admin: {
                rows: 2,
                description: { ro: 'Una sau două propoziții, pe înțelesul oricui.', en: 'One or two plain sentences.' },
              },
            },
            {
              type: 'row',
              fields: [
                {
                  name: 'theme',
                  type: 'select',
                  required: true,
                  defaultValue: 'writing',
                  index: true,
                  label: { ro: 'Grupa din listă', en: 'Theme' },
                  options: optionsFrom(themeLabels),
                  admin: { width: '40%' },
                },
                {
                  name: 'minutes',
                  type: 'number',
                  required: true,
                  min: 1,
                  max: 120,
                  defaultValue: 5,
                  label: { ro: 'Minute de completat', en: 'Minutes' },
                  admin: { width: '30%' },
                },
                {
                  name: 'order',
                  type: 'number',
                  defaultValue: 100,
                  label: { ro: 'Locul în grupă', en: 'Order' },
                  admin: { width: '30%', description: { ro: 'Numerele mici stau primele.', en: 'Small first.' } },
                },
              ],
            },
            {
              name: 'needs',
              type: 'text',
              hasMany: true,
              label: { ro: 'Ce să aibă la îndemână', en: 'Needs' },
              admin: { description: { ro: 'Apăsați Enter după fiecare.', en: 'Press Enter after each.' } },
            },
            { name: 'outcome', type: 'text', label: { ro: 'Ce primește și cum', en: 'Outcome' } },
            {
              type: 'row',
              fields: [
                {
                  name: 'feeLei',
                  type: 'number',
                  min: 0,
                  label: { ro: 'Taxa, în lei', en: 'Fee, lei' },
                  admin: { width: '20%', description: { ro: 'Gol: fără taxă.', en: 'Empty: free.' } },
                },
                {
                  name: 'feeSentence',
                  type: 'text',
                  label: { ro: 'Despre taxă', en: 'About the fee' },
                  admin: {
                    width: '40%',
                    description: {
                      ro: 'Când suma depinde de ceva: de suprafață, de act.',
                      en: 'When the sum depends.',
                    },
                  },
                },
                {
                  name: 'signature',
                  type: 'select',
                  required: true,
                  defaultValue: 'none',
                  label: { ro: 'Semnătura', en: 'Signature' },
                  options: optionsFrom(signatureLabels),
                  admin: { width: '40%' },
                },
              ],
            },
            attachedFilesField({ label: { ro: 'Formularul de tipărit', en: 'Paper form' } }),
          ],
        },
        { label: { ro: 'Întrebări', en: 'Questions' }, fields: [stepsField] },
        {
          label: { ro: 'Acte și reguli', en: 'Papers and rules' },
          fields: [
            {
              name: 'documents',
              type: 'array',
              label: { ro: 'Acte cerute', en: 'Documents' },
              labels: { singular: { ro: 'Act', en: 'Document' }, plural: { ro: 'Acte', en: 'Documents' } },
              admin: { initCollapsed: true, components: { RowLabel: '/src/forms/RowLabels#TextLabel' } },
              fields: [
                {
                  type: 'row',
                  fields: [
                    {
                      name: 'label',
                      type: 'text',
                      required: true,
                      label: { ro: 'Actul', en: 'Label' },
                      admin: { width: '50%' },
                    },
                    {
                      name: 'field',
                      type: 'text',
                      label: { ro: 'Se adaugă la întrebarea', en: 'Field' },
                      admin: { width: '50%', components: { Field: '/src/forms/EarlierQuestion#FileQuestion' } },
                    },
                  ],
                },
                { name: 'hint', type: 'text', label: { ro: 'Lămurire', en: 'Hint' } },
                { name: 'required', type: 'checkbox', label: { ro: 'Fără el nu se poate', en: 'Required' } },
              ],
            },
            {
              name: 'atLeastOne',
              type: 'array',
              label: { ro: 'Măcar un răspuns dintre', en: 'At least one of' },
              labels: { singular: { ro: 'Grup', en: 'Group' }, plural: { ro: 'Grupuri', en: 'Groups' } },
              fields: [
                {
                  name: 'fields',
                  type: 'text',
                  hasMany: true,
                  label: { ro: 'Întrebările', en: 'Fields' },
                  admin: { components: { Field: '/src/forms/EarlierQuestion#AnyQuestions' } },
                },
                {
                  name: 'sentence',
                  type: 'text',
                  required: true,
                  label: { ro: 'Ce îi spunem cetățeanului', en: 'Sentence' },
                  admin: {
                    placeholder: { ro: 'Scrieți un e-mail sau un telefon, ca să vă putem răspunde.', en: '' },
                  },
                },
              ],
            },
          ],
        },
        {
          label: { ro: 'Cine răspunde și legea', en: 'Who answers, the law' },
          fields: [
            {
              type: 'row',
              fields: [
                {
                  name: 'department',
                  type: 'text',
                  required: true,
                  index: true,
                  label: { ro: 'Compartimentul care răspunde', en: 'Department' },
                  admin: { width: '40%' },
                },
                {
                  name: 'departmentCode',
                  type: 'text',
                  label: { ro: 'Codul lui din registratură', en: 'Department code' },
                  admin: {
                    width: '25%',
                    description: { ro: 'Gol: îl alege cine repartizează.', en: 'Empty: whoever routes chooses.' },
                  },
                },
                {
                  name: 'entryKind',
                  type: 'select',
                  required: true,
                  defaultValue: 'application',
                  index: true,
                  label: { ro: 'Ce intră în registru', en: 'Entry kind' },
                  options: optionsFrom(filedKindLabels),
                  admin: { width: '35%' },
                },
              ],
            },
            {
              name: 'termKey',
              type: 'select',
              required: true,
              defaultValue: 'application.answer',
              label: { ro: 'Termenul legal', en: 'Legal term' },
              options: Object.entries(terms).map(([value, { label }]) => ({ value, label })),
            },
            {
              name: 'termSentence',
              type: 'textarea',
              label: { ro: 'Termenul, în cuvinte', en: 'The term in words' },
              admin: {
                rows: 2,
                description: { ro: 'Gol: propoziția obișnuită a termenului ales.', en: 'Empty: the usual sentence.' },
              },
            },
            {
              name: 'legalBasis',
              type: 'textarea',
              required: true,
              label: { ro: 'Temeiul legal', en: 'Legal basis' },
              admin: { rows: 2 },
            },
          ],
        },
        {
          label: { ro: 'Date personale', en: 'Personal data' },
          description: {
            ro: 'Nota de informare pe care o citește cetățeanul (RGPD, art. 13).',
            en: 'The notice citizens read.',
          },
          fields: [
            {
              name: 'notice',
              type: 'group',
              label: false,
              fields: [
                {
                  name: 'controller',
                  type: 'text',
                  label: { ro: 'Operatorul', en: 'Controller' },
                  admin: { description: { ro: 'Gol: numele primăriei.', en: 'Empty: the town hall.' } },
                },
                noticePart('purpose', { ro: 'La ce folosim datele', en: 'Purpose' }),
                noticePart('basis', { ro: 'Temeiul prelucrării', en: 'Basis' }),
                noticePart('retention', { ro: 'Cât le păstrăm', en: 'Retention' }),
                noticePart('rights', { ro: 'Drepturile persoanei', en: 'Rights' }, { defaultValue: usualRights }),
              ],
            },
          ],
        },
      ],
    },
    {
      name: 'versions',
      type: 'ui',
      admin: { position: 'sidebar', components: { Field: '/src/forms/FormVersions#FormVersions' } },
    },
  ],
  check: (form, { publishing }) => {
    const refusals = checkDefinition(toDraft(form), { publishing })
    if (publishing && findPersonalData(JSON.stringify(form)).length > 0)
      refusals.push({ path: 'lead', code: 'personal-data' })
    return refusals.map(({ path, code }) => ({ path, message: definitionMessages[code] }))
  },
  toRecord: async (form, { req, revision, publishedAt }) => {
    const id = String(form.id)
    const town = await townOf(req)
    const { definition } = await versionOf(req, id, (version) => toDefinition(form, town, version))
    return {
      noun: 'forms',
      id,
      revision,
      publishedAt,
      updatedAt: new Date(form.updatedAt).toISOString(),
      slug: form.slug,
      formerSlugs: form.formerSlugs ?? [],
      title: form.title,
      definition,
      order: form.order ?? 100,
      files: await toPublicFiles(form.attachments ?? [], req),
      publishedOn: dayOf(form.publishedOn),
    }
  },
})

/** Before the change log is told: the record it carries names the version that is kept here. */
const keepVersion: CollectionAfterChangeHook = async ({ doc, req }) => {
  if (doc._status !== 'published') return
  const town = await townOf(req)
  await keepFormVersion(req, String(doc.id), (version) => toDefinition(doc as FormDocument, town, version))
}

export const forms: CollectionConfig = {
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeValidate: [
      ...(collection.hooks?.beforeValidate ?? []),
      ({ data }) => data && withUsualWords(withNames(data)),
    ],
    afterChange: [keepVersion, ...(collection.hooks?.afterChange ?? [])],
  },
}

function withUsualWords<Doc extends Partial<FormDocument>>(form: Doc): Doc {
  const term = terms[form.termKey as keyof typeof terms]
  return form.termSentence?.trim() || !term ? form : { ...form, termSentence: term.sentence }
}

async function townOf(req: PayloadRequest): Promise<Town> {
  const institution = await req.payload.findGlobal({ slug: 'institution', depth: 0, req, overrideAccess: true })
  const villages: { name: string }[] = institution.villages ?? []
  return { townHallName: institution.townHallName ?? '', villages: villages.map(({ name }) => name) }
}
