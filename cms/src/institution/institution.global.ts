import type { Field, GlobalConfig } from 'payload'
import { momentField } from '../publishing/date-fields.ts'
import { publishedGlobal } from '../publishing/published-global.ts'
import { type InstitutionDocument, toPublicInstitution } from './to-public-institution.ts'

const text = (name: string, ro: string, en: string, more: object = {}): Field =>
  ({ name, type: 'text', label: { ro, en }, ...more }) as Field
const pair = (fields: Field[]): Field => ({
  type: 'row',
  fields: fields.map(
    (field) =>
      ({ ...field, admin: { ...('admin' in field ? field.admin : {}), width: `${100 / fields.length}%` } }) as Field,
  ),
})
const required = { required: true }

export const institution: GlobalConfig = publishedGlobal<InstitutionDocument>({
  slug: 'institution',
  label: { ro: 'Instituția', en: 'Institution' },
  admin: {
    group: { ro: 'Instituție', en: 'Institution' },
    description: {
      ro: 'Numele, programul, meniul și alerta: se văd pe toate paginile, imediat după salvare.',
      en: 'Shown on every page.',
    },
  },
  toRecord: toPublicInstitution,
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: { ro: 'Identitate', en: 'Identity' },
          fields: [
            pair([
              text('name', 'Numele comunei', 'Name', required),
              text('townHallName', 'Numele primăriei', 'Town hall', required),
            ]),
            pair([
              text('councilName', 'Numele consiliului', 'Council', required),
              text('county', 'Județul', 'County', required),
            ]),
            pair([
              text('siruta', 'Cod SIRUTA', 'SIRUTA'),
              text('nuts', 'Cod NUTS', 'NUTS'),
              { name: 'councillorSeats', type: 'number', min: 1, label: { ro: 'Consilieri', en: 'Councillors' } },
            ]),
            {
              name: 'villages',
              type: 'array',
              label: { ro: 'Satele', en: 'Villages' },
              labels: { singular: { ro: 'Sat', en: 'Village' }, plural: { ro: 'Sate', en: 'Villages' } },
              fields: [
                pair([
                  text('name', 'Numele', 'Name', required),
                  text('siruta', 'Cod SIRUTA', 'SIRUTA'),
                  text('postalCode', 'Cod poștal', 'Postal code'),
                  { name: 'isSeat', type: 'checkbox', label: { ro: 'Reședință', en: 'Seat' } },
                ]),
              ],
            },
            {
              name: 'emblemSvg',
              type: 'textarea',
              label: { ro: 'Stema (SVG, o culoare)', en: 'Emblem (SVG)' },
              validate: (value: unknown) =>
                !value ||
                (typeof value === 'string' &&
                  /^\s*<svg[\s>]/.test(value) &&
                  !/<script|\son\w+=|javascript:|<foreignObject|href=/i.test(value))
                  ? true
                  : 'Stema este un desen SVG fără script și fără legături. Salvați-l din nou ca SVG simplu.',
            },
            {
              name: 'isSample',
              type: 'checkbox',
              label: {
                ro: 'Localitate demonstrativă (site-ul spune pe fiecare pagină că datele sunt exemple)',
                en: 'Sample town',
              },
            },
          ],
        },
        {
          label: { ro: 'Contact și program', en: 'Contact and hours' },
          fields: [
            {
              name: 'address',
              type: 'group',
              label: { ro: 'Adresa', en: 'Address' },
              fields: [
                pair([
                  text('street', 'Strada și numărul', 'Street'),
                  text('postalCode', 'Cod poștal', 'Postal code'),
                  text('locality', 'Localitatea', 'Locality'),
                ]),
              ],
            },
            pair([text('phones', 'Telefoane', 'Phones', { hasMany: true }), text('email', 'E-mail', 'E-mail')]),
            pair([
              text('accessibilityContact', 'Contact pentru accesibilitate', 'Accessibility contact'),
              text('dataProtectionContact', 'Responsabil cu protecția datelor', 'Data protection contact'),
            ]),
            {
              name: 'hours',
              type: 'array',
              label: { ro: 'Program cu publicul', en: 'Office hours' },
              labels: { singular: { ro: 'Rând', en: 'Row' }, plural: { ro: 'Rânduri', en: 'Rows' } },
              fields: [
                pair([
                  text('days', 'Zilele („luni–miercuri”)', 'Days', required),
                  text('hours', 'Orele („8:00–16:00”)', 'Hours', required),
                ]),
              ],
            },
            {
              name: 'audienceHours',
              type: 'array',
              label: { ro: 'Audiențe', en: 'Audiences' },
              labels: { singular: { ro: 'Rând', en: 'Row' }, plural: { ro: 'Rânduri', en: 'Rows' } },
              fields: [pair([text('office', 'La cine', 'Office', required), text('when', 'Când', 'When', required)])],
            },
          ],
        },
        {
          label: { ro: 'Conducere', en: 'Officials' },
          fields: [
            {
              name: 'officials',
              type: 'array',
              label: { ro: 'Conducerea primăriei', en: 'Officials' },
              labels: { singular: { ro: 'Persoană', en: 'Person' }, plural: { ro: 'Persoane', en: 'People' } },
              fields: [pair([text('office', 'Funcția', 'Office', required), text('name', 'Numele', 'Name', required)])],
            },
          ],
        },
        {
          label: { ro: 'Meniu', en: 'Menu' },
          fields: [
            {
              name: 'menu',
              type: 'array',
              maxRows: 7,
              label: { ro: 'Meniul de sus', en: 'Menu' },
              labels: { singular: { ro: 'Legătură', en: 'Link' }, plural: { ro: 'Legături', en: 'Links' } },
              fields: [
                pair([
                  text('label', 'Cuvântul', 'Label', required),
                  text('path', 'Adresa („/hotarari/”)', 'Path', {
                    required: true,
                    validate: (value: unknown) =>
                      typeof value === 'string' && /^\/(?!\/)[^\s"<>]*$/.test(value)
                        ? true
                        : 'Adresa începe cu „/”, de exemplu „/hotarari/”.',
                  }),
                ]),
              ],
            },
            text('oftenSearched', 'Căutate des', 'Often searched', { hasMany: true }),
          ],
        },
        {
          label: { ro: 'Alertă', en: 'Alert' },
          description: {
            ro: 'Numai pentru pericole pentru oameni. Goliți textul ca să dispară.',
            en: 'Danger to people only.',
          },
          fields: [
            {
              name: 'alert',
              type: 'group',
              label: false,
              fields: [
                { name: 'text', type: 'textarea', label: { ro: 'Ce se întâmplă și ce trebuie făcut', en: 'Text' } },
                pair([
                  text('path', 'Pagina cu amănunte', 'Path'),
                  momentField({ name: 'updatedAt', label: { ro: 'Actualizat la', en: 'Updated at' } }),
                ]),
              ],
            },
          ],
        },
      ],
    },
  ],
})
