import { FormDefinition } from '../src/forms/contract.ts'

export const at = { today: '2026-11-24' }

const everyField = { hint: '', required: true, showIf: null, autocomplete: null }
const forCompanies = { match: 'all', rules: [{ field: 'calitate', is: 'oneOf', values: ['firma'] }] }

/** A form of three pages with a branch, a group and an address; only what a test is about is given. */
export const aDefinition = (given: object = {}): FormDefinition =>
  FormDefinition.parse({
    slug: 'copii-din-arhiva',
    version: 1,
    title: 'Copii din arhivă',
    lead: '',
    theme: 'papers',
    entryKind: 'application',
    department: 'Arhivă',
    term: { key: 'petition.answer', sentence: 'Legea ne dă 30 de zile.' },
    legalBasis: 'Legea nr. 16/1996',
    minutes: 5,
    needs: [],
    outcome: '',
    feeBani: null,
    feeSentence: '',
    signature: 'none',
    documents: [],
    notice: { controller: 'Primăria', purpose: 'Răspunsul', basis: 'Legea', retention: '5 ani', rights: 'Acces' },
    atLeastOne: [
      {
        fields: ['email', 'telefon'],
        sentence: 'Scrieți o adresă de e-mail sau un telefon, ca să vă putem răspunde.',
      },
    ],
    steps: [
      {
        name: 'cine',
        title: 'Cine face cererea?',
        lead: '',
        showIf: null,
        fields: [
          {
            ...everyField,
            type: 'choice',
            name: 'calitate',
            label: 'Calitatea',
            display: 'radios',
            options: [
              { value: 'persoana', label: 'Persoană fizică', hint: '' },
              { value: 'firma', label: 'Firmă sau asociație', hint: '' },
            ],
          },
          { ...everyField, type: 'text', name: 'nume', label: 'Numele și prenumele', maxLength: 120 },
          { ...everyField, type: 'text', name: 'denumire', label: 'Denumirea', maxLength: 120, showIf: forCompanies },
          { ...everyField, type: 'cui', name: 'cui', label: 'CUI-ul firmei', showIf: forCompanies },
          { ...everyField, type: 'email', name: 'email', label: 'E-mailul', required: false },
          { ...everyField, type: 'phone', name: 'telefon', label: 'Telefonul', required: false },
        ],
      },
      {
        name: 'unde',
        title: 'Unde este casa?',
        lead: '',
        showIf: null,
        fields: [
          { ...everyField, type: 'address', name: 'adresa', label: 'Adresa', villages: ['Săcălaz', 'Beregsău Mic'] },
        ],
      },
      {
        name: 'firma',
        title: 'Cum ați aflat de noi?',
        lead: '',
        showIf: forCompanies,
        fields: [{ ...everyField, type: 'text', name: 'aflat', label: 'De unde', maxLength: 50, required: false }],
      },
      {
        name: 'ce',
        title: 'Ce cereți?',
        lead: '',
        showIf: null,
        fields: [
          {
            ...everyField,
            type: 'information',
            name: 'lamuriri',
            label: 'Lămuriri',
            required: false,
            text: 'Scrieți pe scurt.',
          },
          { ...everyField, type: 'longText', name: 'descriere', label: 'Ce cereți', maxLength: 1000 },
          { ...everyField, type: 'consent', name: 'acord', label: 'Datele sunt adevărate' },
        ],
      },
    ],
    ...given,
  })

let forms = 0
/** A form as a clerk has built it, that may be published; only what a test is about is given. */
export const aForm = (given: Record<string, unknown> = {}) => ({
  title: `Copii din arhivă ${++forms}`,
  theme: 'papers',
  minutes: 5,
  signature: 'none',
  department: 'Arhivă',
  entryKind: 'application',
  termKey: 'petition.answer',
  legalBasis: 'Legea nr. 16/1996, art. 20',
  notice: {
    purpose: 'Căutăm actul și vă dăm copia.',
    basis: 'Obligație legală (Legea nr. 16/1996).',
    retention: '5 ani.',
    rights: 'Acces, rectificare, plângere.',
  },
  steps: [
    {
      title: 'Cine face cererea?',
      fields: [
        {
          label: 'Calitatea',
          type: 'choice',
          required: true,
          options: [{ label: 'Persoană fizică' }, { label: 'Firmă' }],
        },
        {
          label: 'Denumirea',
          type: 'text',
          required: true,
          showIf: { match: 'all', rules: [{ field: 'calitatea', is: 'oneOf', values: ['firma'] }] },
        },
        { label: 'Adresa', type: 'address', required: true },
      ],
    },
    { title: 'Ce act căutați?', fields: [{ label: 'Descrierea actului', type: 'longText', required: true }] },
  ],
  _status: 'published',
  ...given,
})
