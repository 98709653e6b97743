import type { PageData, QuestionData, ShowIfData } from './form-data.ts'

type More = Partial<QuestionData>

const question =
  (type: QuestionData['type'], usual: More = {}) =>
  (name: string, label: string, more: More = {}): QuestionData => ({
    type,
    name,
    label,
    required: true,
    ...usual,
    ...more,
  })

export const text = question('text')
export const longText = question('longText')
export const number = question('number')
export const date = question('date')
export const address = question('address')
export const cnp = question('cnp', { hint: 'Cele 13 cifre din cartea de identitate.', autocomplete: 'off' })
export const cui = question('cui', { hint: 'Cu sau fără „RO”.' })
export const email = question('email', { hint: 'De exemplu ana.pop@posta.example.' })
export const phone = question('phone', { hint: 'De exemplu 0722 000 100.' })
export const files = question('file', { required: false, accepts: 'papers', maxMegabytes: 10, maxCount: 5 })
export const consent = question('consent')

type Options = Record<string, string>
const options = (labels: Options) => Object.entries(labels).map(([value, label]) => ({ value, label }))
export const choice = (name: string, label: string, labels: Options, more: More = {}): QuestionData =>
  question('choice')(name, label, { options: options(labels), display: 'radios', ...more })
export const ticks = (name: string, label: string, labels: Options, more: More = {}): QuestionData =>
  question('checkboxes')(name, label, { options: options(labels), ...more })

export const when = (field: string, ...values: string[]): ShowIfData => ({
  match: 'all',
  rules: [values.length > 0 ? { field, is: 'oneOf', values } : { field, is: 'answered' }],
})

const forOrganisations = when('solicitant', 'organizatie')

/** Who asks: a person or an organisation by its representative. `withNumbers`: the law has the paper name the CNP or CUI. */
export const applicantPage = ({ withNumbers }: { withNumbers: boolean }): PageData => ({
  name: 'solicitant',
  title: 'Cine face cererea?',
  fields: [
    choice('solicitant', 'Felul solicitantului', {
      persoana: 'O persoană, în nume propriu',
      organizatie: 'O firmă, o asociație sau o instituție',
    }),
    text('nume', 'Numele și prenumele', { maxLength: 120, autocomplete: 'name', hint: 'Ca în cartea de identitate.' }),
    ...(withNumbers ? [cnp('cnp', 'CNP-ul', { showIf: when('solicitant', 'persoana') })] : []),
    text('denumire', 'Denumirea organizației', { showIf: forOrganisations, autocomplete: 'organization' }),
    ...(withNumbers ? [cui('cui', 'Codul fiscal al organizației', { showIf: forOrganisations })] : []),
    text('functie', 'Funcția dumneavoastră în organizație', {
      showIf: forOrganisations,
      hint: 'De exemplu administrator sau împuternicit.',
      autocomplete: 'organization-title',
    }),
  ],
})

const anyWay = 'Scrieți un e-mail, un telefon sau o adresă poștală, ca să vă putem răspunde.'

/** Where the answer goes, when any one way will do. */
export const contactPage: PageData = {
  name: 'contact',
  title: 'Unde vă răspundem?',
  lead: 'Ajunge unul dintre ele. Prin e-mail aflați cel mai repede.',
  fields: [
    email('email', 'E-mailul', { required: false }),
    phone('telefon', 'Telefonul', { required: false }),
    text('adresa', 'Adresa poștală', {
      required: false,
      hint: 'Strada, numărul, localitatea și județul.',
      autocomplete: 'street-address',
    }),
  ],
}
export const oneWayToAnswer = { fields: ['email', 'telefon', 'adresa'], sentence: anyWay }

/** How a paper reaches the applicant; each way asks for what it needs. */
export const deliveryPage = (paper: string): PageData => ({
  name: 'primire',
  title: `Cum primiți ${paper}?`,
  fields: [
    choice('primire', 'Felul în care îl primiți', {
      email: 'Pe e-mail, semnat electronic',
      posta: 'Prin poștă, acasă',
      ghiseu: 'De la ghișeu',
    }),
    email('email', 'E-mailul', { showIf: when('primire', 'email') }),
    address('adresa_postala', 'Adresa la care îl trimitem', { place: 'country', showIf: when('primire', 'posta') }),
    phone('telefon', 'Telefonul', {
      required: false,
      hint: 'Dacă trebuie să vă întrebăm ceva. De exemplu 0722 000 100.',
    }),
  ],
})

export const truthPage: PageData = {
  name: 'declaratie',
  title: 'Declarația dumneavoastră',
  fields: [
    consent('adevar', 'Datele din cerere sunt adevărate', {
      hint: 'Falsul în declarații se pedepsește potrivit Codului penal, art. 326.',
    }),
  ],
}

const identity = {
  label: 'Cartea de identitate',
  hint: 'O fotografie sau o scanare, față.',
  required: true,
  field: 'act_identitate',
}
export const identityPaper = identity
export const identityFile = files('act_identitate', 'Copia cărții de identitate', {
  required: true,
  maxCount: 2,
  hint: 'O fotografie în care se citește tot textul. PDF, JPG, PNG sau HEIC, cel mult 10 MB.',
})
