import { sql } from '@payloadcms/db-postgres/drizzle'
import type { CollectionConfig, PayloadRequest, Where } from 'payload'
import { bodyField } from '../body/body-field.ts'
import { bodyFromLexical } from '../body/lexical.ts'
import { textOfBody } from '../body/plain-text.ts'
import { transactionOf } from '../database/transaction.ts'
import { attachedFilesField } from '../files/attached-files-field.ts'
import { dayOf } from '../publishing/calendar.ts'
import { dayField } from '../publishing/date-fields.ts'
import { findPersonalData } from '../publishing/personal-data.ts'
import { publishedCollection } from '../publishing/published-collection.ts'
import type { FieldRefusal } from '../publishing/refuse.ts'
import { type Actor, isStaff } from '../staff/roles.ts'
import { type ActDraft, type ActFault, changedFrozenFields, checkAct } from './act-rules.ts'
import { actKindLabels, actMessages, endingLabels, relationLabels, topicLabels } from './acts.ro.ts'
import { idsOfRelatedActs } from './related-acts.action.ts'
import { type ActDocument, toPublicAct } from './to-public-act.ts'

type Draft = Partial<ActDocument> & {
  id?: number | string
  communicatedToPrefectOn?: string | null
  takeDownReason?: string | null
  publicationCopyChecked?: boolean | null
  _status?: 'draft' | 'published'
}

const optionsFrom = (labels: Record<string, { ro: string; en: string }>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

const inFull: Where = { or: [{ kind: { equals: 'decision' } }, { character: { equals: 'normative' } }] }

const onlyStaff = { read: ({ req }: { req: PayloadRequest }) => isStaff(req.user as unknown as Actor) }
const isOrder = (data: { kind?: unknown }) => data.kind === 'order'

export const acts: CollectionConfig = publishedCollection<Draft>({
  slug: 'acts',
  labels: { singular: { ro: 'Act', en: 'Act' }, plural: { ro: 'Hotărâri și dispoziții', en: 'Decisions and orders' } },
  defaultSort: ['-year', '-number'],
  indexes: [{ fields: ['kind', 'year', 'number'], unique: true }],
  admin: {
    group: { ro: 'Acte', en: 'Acts' },
    useAsTitle: 'title',
    defaultColumns: ['number', 'kind', 'adoptedOn', 'title', 'character', '_status'],
    listSearchableFields: ['title', 'number'],
  },
  // Individual orders are in the register as number and date alone; their text is for staff.
  readableByAnyone: () => inFull,
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: { ro: 'Actul', en: 'The act' },
          fields: [
            {
              type: 'row',
              fields: [
                {
                  name: 'kind',
                  type: 'select',
                  required: true,
                  defaultValue: 'decision',
                  index: true,
                  label: { ro: 'Felul', en: 'Kind' },
                  options: optionsFrom(actKindLabels),
                  admin: { width: '40%' },
                },
                {
                  name: 'number',
                  type: 'number',
                  min: 1,
                  index: true,
                  label: { ro: 'Numărul', en: 'Number' },
                  admin: { width: '20%', step: 1, components: { Description: '/src/acts/NextNumber#NextNumber' } },
                },
                dayField({
                  name: 'adoptedOn',
                  index: true,
                  label: { ro: 'Data', en: 'Date' },
                  admin: { width: '40%' },
                }),
              ],
            },
            {
              name: 'title',
              type: 'text',
              required: true,
              label: { ro: 'Titlul', en: 'Title' },
              admin: {
                description: {
                  ro: 'Obiectul actului, fără „Hotărârea nr. … privind”: „Rectificarea bugetului local pe anul 2026”.',
                  en: 'The object of the act.',
                },
              },
            },
            {
              type: 'row',
              fields: [
                {
                  name: 'character',
                  type: 'select',
                  required: true,
                  defaultValue: 'normative',
                  label: { ro: 'Caracter', en: 'Character' },
                  options: [
                    { value: 'normative', label: { ro: 'Normativ', en: 'Normative' } },
                    { value: 'individual', label: { ro: 'Individual', en: 'Individual' } },
                  ],
                  admin: {
                    width: '50%',
                    description: {
                      ro: 'Dispozițiile individuale apar pe site numai cu număr și dată.',
                      en: 'Individual orders appear with number and date only.',
                    },
                  },
                },
                {
                  name: 'topic',
                  type: 'select',
                  label: { ro: 'Domeniul', en: 'Topic' },
                  options: optionsFrom(topicLabels),
                  admin: { width: '50%' },
                },
              ],
            },
            bodyField({ label: { ro: 'Textul', en: 'Text' } }),
            {
              name: 'summary',
              type: 'text',
              hasMany: true,
              maxRows: 3,
              label: { ro: 'Pe scurt', en: 'In short' },
              admin: {
                description: {
                  ro: 'Cel mult trei propoziții simple, fără valoare juridică. Apăsați Enter după fiecare.',
                  en: 'At most three plain sentences.',
                },
              },
            },
          ],
        },
        {
          label: { ro: 'Fișiere', en: 'Files' },
          fields: [
            {
              name: 'publicationCopy',
              type: 'upload',
              relationTo: 'files',
              label: { ro: 'Copia de publicare', en: 'Publication copy' },
              admin: {
                description: {
                  ro: 'PDF cu text, fără semnături olografe și fără date personale (Codul administrativ, anexa 1, art. 5).',
                  en: 'Text PDF without handwritten signatures or personal data.',
                },
              },
            },
            attachedFilesField({ name: 'annexes', label: { ro: 'Anexe', en: 'Annexes' } }),
            {
              name: 'signedOriginal',
              type: 'upload',
              relationTo: 'files',
              label: { ro: 'Originalul semnat', en: 'Signed original' },
              access: onlyStaff,
              admin: { description: { ro: 'Rămâne în arhivă. Nu se publică niciodată.', en: 'Never published.' } },
            },
            {
              name: 'publicationCopyChecked',
              type: 'checkbox',
              label: {
                ro: 'Am verificat copia de publicare: nu cuprinde date personale care nu se publică',
                en: 'I have checked the publication copy for personal data',
              },
              access: onlyStaff,
            },
          ],
        },
        {
          label: { ro: 'Semnături și vot', en: 'Signatures and votes' },
          fields: [
            {
              name: 'signatures',
              type: 'array',
              label: { ro: 'Semnează', en: 'Signed by' },
              labels: { singular: { ro: 'Semnătură', en: 'Signature' }, plural: { ro: 'Semnături', en: 'Signatures' } },
              fields: [
                {
                  type: 'row',
                  fields: [
                    {
                      name: 'office',
                      type: 'text',
                      required: true,
                      label: { ro: 'Calitatea', en: 'Office' },
                      admin: { width: '50%' },
                    },
                    {
                      name: 'name',
                      type: 'text',
                      required: true,
                      label: { ro: 'Numele', en: 'Name' },
                      admin: { width: '50%' },
                    },
                  ],
                },
              ],
            },
            {
              name: 'votes',
              type: 'group',
              label: { ro: 'Voturi', en: 'Votes' },
              admin: { condition: (data) => !isOrder(data) },
              fields: [
                {
                  type: 'row',
                  fields: [
                    {
                      name: 'for',
                      type: 'number',
                      min: 0,
                      label: { ro: 'Pentru', en: 'For' },
                      admin: { width: '33%' },
                    },
                    {
                      name: 'against',
                      type: 'number',
                      min: 0,
                      label: { ro: 'Împotrivă', en: 'Against' },
                      admin: { width: '33%' },
                    },
                    {
                      name: 'abstained',
                      type: 'number',
                      min: 0,
                      label: { ro: 'Abțineri', en: 'Abstained' },
                      admin: { width: '33%' },
                    },
                  ],
                },
              ],
            },
          ],
        },
        {
          label: { ro: 'Legături și efecte', en: 'Relations and effects' },
          fields: [
            dayField({
              name: 'inForceFrom',
              label: { ro: 'În vigoare de la', en: 'In force from' },
              admin: { description: { ro: 'Gol: de la data publicării.', en: 'Empty: from publication.' } },
            }),
            {
              name: 'relations',
              type: 'array',
              label: { ro: 'Ce face altor acte', en: 'What it does to other acts' },
              labels: { singular: { ro: 'Legătură', en: 'Relation' }, plural: { ro: 'Legături', en: 'Relations' } },
              admin: {
                description: {
                  ro: 'Pagina celuilalt act arată singură legătura inversă, iar starea lui se schimbă de la sine.',
                  en: 'The other act shows the inverse and changes its state by itself.',
                },
              },
              fields: [
                {
                  type: 'row',
                  fields: [
                    {
                      name: 'kind',
                      type: 'select',
                      label: { ro: 'Actul acesta…', en: 'This act…' },
                      options: optionsFrom(relationLabels),
                      admin: { width: '30%' },
                    },
                    {
                      name: 'act',
                      type: 'relationship',
                      relationTo: 'acts',
                      label: { ro: 'actul', en: 'act' },
                      filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
                      admin: { width: '70%' },
                    },
                  ],
                },
                {
                  type: 'row',
                  fields: [
                    {
                      name: 'target',
                      type: 'text',
                      label: { ro: 'Numai articolul (de exemplu „art. 3 alin. (2)”)', en: 'Only the article' },
                      admin: { width: '60%' },
                    },
                    dayField({
                      name: 'effectiveOn',
                      label: { ro: 'Cu efect de la', en: 'Effective on' },
                      admin: { width: '40%' },
                    }),
                  ],
                },
              ],
            },
            {
              type: 'row',
              fields: [
                {
                  name: 'endedKind',
                  type: 'select',
                  label: { ro: 'A încetat altfel', en: 'Ended otherwise' },
                  options: optionsFrom(endingLabels),
                  admin: {
                    width: '60%',
                    description: {
                      ro: 'Numai dacă niciun alt act nu o spune: abrogarea vine din legături.',
                      en: 'Only when no other act says so.',
                    },
                  },
                },
                dayField({
                  name: 'endedOn',
                  label: { ro: 'De la data', en: 'From' },
                  admin: { width: '40%', condition: (data) => Boolean(data['endedKind']) },
                }),
              ],
            },
            dayField({
              name: 'communicatedToPrefectOn',
              label: { ro: 'Comunicat prefectului la', en: 'Communicated to the prefect on' },
              access: onlyStaff,
              admin: {
                description: {
                  ro: 'În cel mult 10 zile lucrătoare de la adoptare (art. 197 alin. (1)).',
                  en: 'Within 10 working days.',
                },
              },
            }),
            {
              name: 'takeDownReason',
              type: 'textarea',
              label: { ro: 'De ce se retrage de pe site', en: 'Why it is taken down' },
              access: onlyStaff,
              admin: { condition: (data) => !data['communicatedToPrefectOn'] },
            },
          ],
        },
      ],
    },
    {
      name: 'year',
      type: 'number',
      index: true,
      label: { ro: 'Anul', en: 'Year' },
      admin: { hidden: true },
      hooks: {
        beforeChange: [
          ({ siblingData }) => (siblingData['adoptedOn'] ? Number(dayOf(siblingData['adoptedOn']).slice(0, 4)) : null),
        ],
      },
    },
  ],
  toRecord: (act, context) => toPublicAct(act as ActDocument & { id: number | string }, context),
  touches: async (act, before, req) => {
    const ids = await idsOfRelatedActs(req, String(act.id))
    const former = (before?.relations ?? []).map((relation) => idOf(relation.act)).filter((id) => id !== null)
    return [...ids, ...former]
  },
  frozen: (before, after) =>
    changedFrozenFields(before as Record<string, unknown>, after as Record<string, unknown>).map((path) =>
      inRomanian({ path, code: 'published-frozen' }),
    ),
  check: async (act, { publishing, now, before, req }) => {
    const draft = draftOf(act, before?.id ?? null)
    const refusals: FieldRefusal[] = checkAct(draft, {
      publishing,
      today: dayOf(now),
    }).map(inRomanian)
    if (draft.number && draft.adoptedOn && (await isNumberTaken(req, draft)))
      refusals.push(inRomanian({ path: 'number', code: 'number-taken' }))
    if (publishing && !act.publicationCopyChecked) {
      const text = `${act.title ?? ''}\n${textOfBody(bodyFromLexical(act.body))}`
      if (findPersonalData(text).length > 0)
        refusals.push(inRomanian({ path: 'publicationCopyChecked', code: 'personal-data' }))
    }
    return refusals
  },
  mayTakeDown: (act) => {
    if (act.communicatedToPrefectOn)
      return [inRomanian({ path: 'communicatedToPrefectOn', code: 'unpublish-after-communication' })]
    if (!act.takeDownReason?.trim()) return [inRomanian({ path: 'takeDownReason', code: 'unpublish-without-reason' })]
    return []
  },
  mayDeletePublished: false,
})

const inRomanian = (refusal: { path: string; code: ActFault }): FieldRefusal => ({
  path: refusal.path,
  message: actMessages[refusal.code],
})

type Reference = number | string | { id: number | string } | null | undefined
const idOf = (reference: Reference): number | string | null =>
  reference && typeof reference === 'object' ? reference.id : (reference ?? null)

function draftOf(act: Partial<Draft>, id: number | string | null): ActDraft {
  const day = (value: string | null | undefined) => (value ? dayOf(value) : null)
  return {
    id: id === null ? null : String(id),
    kind: act.kind ?? null,
    number: act.number ?? null,
    adoptedOn: day(act.adoptedOn),
    inForceFrom: day(act.inForceFrom),
    character: act.character ?? null,
    relations: (act.relations ?? []).map((relation) => {
      const other = idOf(relation.act)
      return {
        kind: relation.kind ?? null,
        act: other === null ? null : String(other),
        effectiveOn: day(relation.effectiveOn),
      }
    }),
    endedKind: act.endedKind ?? null,
    endedOn: day(act.endedOn),
  }
}

/** Said at the field before the database's own constraint, which stays the guard against two saves at once. */
async function isNumberTaken(req: PayloadRequest, act: ActDraft): Promise<boolean> {
  const transaction = await transactionOf(req)
  const rows = await transaction.rows(sql`
    select 1 from acts where kind = ${act.kind} and year = ${Number(act.adoptedOn?.slice(0, 4))} and number = ${act.number}
      and id <> ${Number(act.id ?? 0)} limit 1`)
  return rows.length > 0
}
