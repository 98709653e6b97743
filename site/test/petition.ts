import { aForm } from './records.ts'

const every = { hint: '', required: true, showIf: null, autocomplete: null }
const page = (name: string, title: string, fields: object[]) => ({ name, title, lead: '', showIf: null, fields })

/** A form of three pages with one way to answer and files; only what a test is about is given. */
export const aPetition = (definition: object = {}) =>
  aForm({
    id: '1',
    slug: 'petitie',
    definition: {
      steps: [
        page('cine', 'Cine scrie?', [
          { ...every, type: 'text', name: 'nume', label: 'Numele și prenumele', maxLength: 100 },
          { ...every, type: 'email', name: 'email', label: 'E-mailul', required: false },
          { ...every, type: 'phone', name: 'telefon', label: 'Telefonul', required: false },
        ]),
        page('ce', 'Ce vreți să ne scrieți?', [
          { ...every, type: 'text', name: 'obiect', label: 'Obiectul', maxLength: 100 },
          { ...every, type: 'longText', name: 'descriere', label: 'Descrierea', maxLength: 5000 },
        ]),
        page('dovezi', 'Aveți fotografii?', [
          {
            ...every,
            type: 'file',
            name: 'fisiere',
            label: 'Fișierele',
            required: false,
            kinds: ['pdf', 'image'],
            maxBytes: 100_000,
            maxCount: 2,
          },
        ]),
      ],
      atLeastOne: [{ fields: ['email', 'telefon'], sentence: 'Scrieți o adresă de e-mail sau un telefon.' }],
      ...definition,
    },
  })

export const petition = {
  nume: 'Ana Pop',
  email: 'ana@posta.example',
  obiect: 'Groapă pe Strada Morii',
  descriere: 'La numărul 12 este o groapă.',
}
