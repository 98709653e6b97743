import type { ArrayField, Field, GroupField } from 'payload'
import type { FieldType } from './contract.ts'
import { acceptedLabels, fieldTypeLabels } from './forms-admin.ro.ts'

const optionsFrom = (labels: Record<string, { ro: string; en: string }>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

/** Shown only for questions of these types. */
const forTypes = (...types: FieldType[]) => ({
  condition: (_: unknown, sibling: { type?: FieldType }) => types.includes(sibling.type ?? 'text'),
})

/** "Arată numai dacă": the question or page depends on earlier answers. */
const showIf = (what: { ro: string; en: string }): GroupField => ({
  name: 'showIf',
  type: 'group',
  label: false,
  admin: { hideGutter: true },
  fields: [
    {
      type: 'collapsible',
      label: what,
      admin: { initCollapsed: true },
      fields: [
        {
          name: 'rules',
          type: 'array',
          label: false,
          labels: { singular: { ro: 'Condiție', en: 'Rule' }, plural: { ro: 'Condiții', en: 'Rules' } },
          fields: [
            {
              type: 'row',
              fields: [
                {
                  name: 'field',
                  type: 'text',
                  label: { ro: 'La întrebarea', en: 'Question' },
                  admin: { width: '60%', components: { Field: '/src/forms/EarlierQuestion#EarlierQuestion' } },
                },
                {
                  name: 'is',
                  type: 'select',
                  defaultValue: 'oneOf',
                  label: { ro: 'răspunsul', en: 'the answer' },
                  options: [
                    { value: 'oneOf', label: { ro: 'este unul dintre', en: 'is one of' } },
                    { value: 'answered', label: { ro: 'este dat, oricare ar fi', en: 'is given' } },
                  ],
                  admin: { width: '40%', isClearable: false },
                },
              ],
            },
            {
              name: 'values',
              type: 'text',
              hasMany: true,
              label: { ro: 'aceste răspunsuri', en: 'these' },
              admin: {
                condition: (_, sibling) => sibling['is'] !== 'answered',
                components: { Field: '/src/forms/EarlierQuestion#EarlierAnswers' },
              },
            },
          ],
        },
        {
          name: 'match',
          type: 'select',
          defaultValue: 'all',
          label: { ro: 'Dintre condiții', en: 'Of the rules' },
          options: [
            { value: 'all', label: { ro: 'trebuie îndeplinite toate', en: 'all hold' } },
            { value: 'any', label: { ro: 'ajunge una', en: 'any holds' } },
          ],
          admin: { condition: (_, sibling) => (sibling['rules']?.length ?? 0) > 1 },
        },
      ],
    },
  ],
})

const question: Field[] = [
  {
    type: 'row',
    fields: [
      {
        name: 'label',
        type: 'text',
        required: true,
        label: { ro: 'Întrebarea, cum o citește cetățeanul', en: 'Label' },
        admin: { width: '60%', placeholder: { ro: 'Numărul cadastral', en: '' } },
      },
      {
        name: 'type',
        type: 'select',
        required: true,
        defaultValue: 'text',
        label: { ro: 'Felul răspunsului', en: 'Type' },
        options: optionsFrom(fieldTypeLabels),
        admin: { width: '40%', isClearable: false },
      },
    ],
  },
  {
    name: 'hint',
    type: 'text',
    label: { ro: 'Lămurire sub întrebare', en: 'Hint' },
    admin: {
      description: { ro: 'Un exemplu ajută cel mai mult: „De exemplu 214 sau 214A”.', en: 'An example helps most.' },
      condition: (_, sibling) => sibling['type'] !== 'information',
    },
  },
  {
    name: 'text',
    type: 'textarea',
    label: { ro: 'Textul de citit', en: 'Text' },
    admin: { ...forTypes('information'), rows: 4 },
  },
  {
    name: 'options',
    type: 'array',
    label: { ro: 'Răspunsuri dintre care se alege', en: 'Options' },
    labels: { singular: { ro: 'Răspuns', en: 'Option' }, plural: { ro: 'Răspunsuri', en: 'Options' } },
    admin: {
      ...forTypes('choice', 'checkboxes'),
      components: { RowLabel: '/src/forms/RowLabels#TextLabel' },
      initCollapsed: true,
    },
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'label',
            type: 'text',
            required: true,
            label: { ro: 'Răspunsul', en: 'Label' },
            admin: { width: '40%' },
          },
          { name: 'hint', type: 'text', label: { ro: 'Lămurire', en: 'Hint' }, admin: { width: '35%' } },
          {
            name: 'value',
            type: 'text',
            maxLength: 60,
            label: { ro: 'Cum se păstrează', en: 'Value' },
            admin: { width: '25%', placeholder: { ro: 'se face singur', en: 'made from the label' } },
          },
        ],
      },
    ],
  },
  {
    type: 'row',
    fields: [
      {
        name: 'display',
        type: 'select',
        defaultValue: 'radios',
        label: { ro: 'Cum se alege', en: 'Shown as' },
        options: [
          { value: 'radios', label: { ro: 'butoane, toate la vedere', en: 'radios' } },
          { value: 'list', label: { ro: 'listă care se deschide', en: 'list' } },
        ],
        admin: { ...forTypes('choice'), width: '50%' },
      },
      {
        name: 'place',
        type: 'select',
        defaultValue: 'commune',
        label: { ro: 'Unde poate fi adresa', en: 'Where' },
        options: [
          { value: 'commune', label: { ro: 'în comună: satul se alege', en: 'in the commune' } },
          { value: 'country', label: { ro: 'oriunde în țară', en: 'anywhere' } },
        ],
        admin: { ...forTypes('address'), width: '50%' },
      },
      {
        name: 'days',
        type: 'select',
        defaultValue: 'any',
        label: { ro: 'Ce zile se primesc', en: 'Days' },
        options: [
          { value: 'any', label: { ro: 'oricare', en: 'any' } },
          { value: 'past', label: { ro: 'până azi', en: 'until today' } },
          { value: 'future', label: { ro: 'de azi înainte', en: 'from today on' } },
        ],
        admin: { ...forTypes('date'), width: '50%' },
      },
      {
        name: 'maxLength',
        type: 'number',
        min: 1,
        max: 20_000,
        label: { ro: 'Cel mult câte caractere', en: 'Max length' },
        admin: {
          ...forTypes('text', 'longText'),
          width: '50%',
          placeholder: { ro: '200, la text lung 5000', en: '' },
        },
      },
      {
        name: 'min',
        type: 'number',
        label: { ro: 'Cel mai mic', en: 'Min' },
        admin: { ...forTypes('number'), width: '25%' },
      },
      {
        name: 'max',
        type: 'number',
        label: { ro: 'Cel mai mare', en: 'Max' },
        admin: { ...forTypes('number'), width: '25%' },
      },
      {
        name: 'decimals',
        type: 'number',
        min: 0,
        max: 4,
        defaultValue: 0,
        label: { ro: 'Cifre după virgulă', en: 'Decimals' },
        admin: { ...forTypes('number'), width: '25%' },
      },
      {
        name: 'unit',
        type: 'text',
        label: { ro: 'Unitatea', en: 'Unit' },
        admin: { ...forTypes('number'), width: '25%', placeholder: { ro: 'm²', en: 'm²' } },
      },
      {
        name: 'accepts',
        type: 'select',
        defaultValue: 'papers',
        label: { ro: 'Ce fișiere se primesc', en: 'Accepts' },
        options: optionsFrom(acceptedLabels),
        admin: { ...forTypes('file'), width: '50%' },
      },
      {
        name: 'maxMegabytes',
        type: 'number',
        min: 1,
        max: 200,
        defaultValue: 10,
        label: { ro: 'Cel mult câți MB fiecare', en: 'MB each' },
        admin: { ...forTypes('file'), width: '25%' },
      },
      {
        name: 'maxCount',
        type: 'number',
        min: 1,
        max: 20,
        defaultValue: 5,
        label: { ro: 'Cel mult câte fișiere', en: 'How many' },
        admin: { ...forTypes('file'), width: '25%' },
      },
    ],
  },
  {
    name: 'required',
    type: 'checkbox',
    label: { ro: 'Trebuie să aibă răspuns', en: 'Required' },
    admin: { condition: (_, sibling) => sibling['type'] !== 'information' },
  },
  showIf({ ro: 'Arată întrebarea numai dacă…', en: 'Show only if…' }),
  {
    type: 'collapsible',
    label: { ro: 'Numele răspunsului și completarea automată', en: 'Name and autocomplete' },
    admin: { initCollapsed: true },
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'name',
            type: 'text',
            maxLength: 40,
            label: { ro: 'Numele răspunsului', en: 'Name' },
            admin: {
              width: '50%',
              description: {
                ro: 'Se face din întrebare. Nu îl schimbați după publicare: după el se regăsesc răspunsurile.',
                en: 'Made from the label; do not change it after publication.',
              },
            },
          },
          {
            name: 'autocomplete',
            type: 'select',
            label: { ro: 'Telefonul propune', en: 'Autocomplete' },
            options: [
              { value: 'name', label: { ro: 'numele întreg', en: 'name' } },
              { value: 'given-name', label: { ro: 'prenumele', en: 'given name' } },
              { value: 'family-name', label: { ro: 'numele de familie', en: 'family name' } },
              { value: 'organization', label: { ro: 'firma', en: 'organization' } },
              { value: 'organization-title', label: { ro: 'funcția', en: 'title' } },
              { value: 'email', label: { ro: 'e-mailul', en: 'e-mail' } },
              { value: 'tel', label: { ro: 'telefonul', en: 'phone' } },
              { value: 'street-address', label: { ro: 'strada și numărul', en: 'street address' } },
              { value: 'address-level2', label: { ro: 'localitatea', en: 'locality' } },
              { value: 'postal-code', label: { ro: 'codul poștal', en: 'postal code' } },
              { value: 'bday', label: { ro: 'data nașterii', en: 'birthday' } },
              { value: 'off', label: { ro: 'nimic', en: 'nothing' } },
            ],
            admin: { width: '50%' },
          },
        ],
      },
    ],
  },
]

/** The pages of a form, each with its questions. */
export const stepsField: ArrayField = {
  name: 'steps',
  type: 'array',
  label: { ro: 'Paginile formularului', en: 'Steps' },
  labels: { singular: { ro: 'Pagină', en: 'Page' }, plural: { ro: 'Pagini', en: 'Pages' } },
  maxRows: 30,
  admin: {
    initCollapsed: true,
    components: { RowLabel: '/src/forms/RowLabels#StepLabel' },
    description: {
      ro: 'Un singur lucru pe pagină: cine, unde, ce, actele. Cetățeanul vede la sfârșit toate răspunsurile.',
      en: 'One thing per page.',
    },
  },
  fields: [
    {
      name: 'title',
      type: 'text',
      required: true,
      label: { ro: 'Întrebarea paginii', en: 'Title' },
      admin: { placeholder: { ro: 'Unde este casa sau terenul?', en: '' } },
    },
    { name: 'lead', type: 'text', label: { ro: 'O propoziție sub ea', en: 'Lead' } },
    {
      name: 'fields',
      type: 'array',
      label: { ro: 'Întrebări', en: 'Questions' },
      labels: { singular: { ro: 'Întrebare', en: 'Question' }, plural: { ro: 'Întrebări', en: 'Questions' } },
      maxRows: 40,
      admin: { initCollapsed: true, components: { RowLabel: '/src/forms/RowLabels#QuestionLabel' } },
      fields: question,
    },
    showIf({ ro: 'Arată pagina numai dacă…', en: 'Show the page only if…' }),
    {
      name: 'name',
      type: 'text',
      maxLength: 40,
      label: { ro: 'Numele paginii', en: 'Name' },
      admin: { hidden: true },
    },
  ],
}
