/** Labels of the collections that clerks fill in. */
export const categoryLabels = {
  collection: {
    singular: { ro: 'Categorie', en: 'Category' },
    plural: { ro: 'Categorii de sesizări', en: 'Categories' },
  },
  name: { ro: 'Denumirea, cum o caută oamenii', en: 'Name' },
  slug: { ro: 'Adresa (fără diacritice)', en: 'Slug' },
  group: { ro: 'Grupa', en: 'Group' },
  hint: { ro: 'Ce intră aici, în câteva cuvinte', en: 'Hint' },
  department: { ro: 'Compartimentul care rezolvă', en: 'Department' },
  departmentHint: { ro: 'Lăsați gol când rezolvă altă autoritate.', en: 'Empty when an authority handles it.' },
  authority: { ro: 'Autoritatea din afară', en: 'Outside authority' },
  authorityEmail: { ro: 'E-mailul autorității', en: "The authority's e-mail" },
  authorityHint: {
    ro: 'Sesizarea redirecționată pleacă la adresa aceasta, fără numele celui care a sesizat.',
    en: 'Forwarded reports are sent here.',
  },
  expectedDays: { ro: 'În câte zile se rezolvă de obicei', en: 'Expected days' },
  villageRules: { ro: 'Alt compartiment pentru un sat', en: 'By village' },
  villageRule: { singular: { ro: 'Sat', en: 'Village' }, plural: { ro: 'Sate', en: 'Villages' } },
  village: { ro: 'Satul', en: 'Village' },
  place: { ro: 'Ordinea în listă', en: 'Order' },
  takesNew: { ro: 'Primește sesizări noi', en: 'Takes new reports' },
} as const

export const replyLabels = {
  collection: {
    singular: { ro: 'Răspuns gata scris', en: 'Reply' },
    plural: { ro: 'Răspunsuri gata scrise', en: 'Replies' },
  },
  title: { ro: 'Cum se numește', en: 'Title' },
  verb: { ro: 'La ce pas', en: 'Step' },
  text: { ro: 'Textul', en: 'Text' },
} as const

export const reportingLabels = {
  label: { ro: 'Sesizări: reguli', en: 'Reporting' },
  nearbyMetres: { ro: 'Sesizări asemănătoare: la câți metri', en: 'Nearby, in metres' },
  nearbyHint: {
    ro: 'Cine sesizează o problemă de aceeași categorie la cel mult atâția metri este întrebat dacă nu este aceeași.',
    en: 'Who reports within this distance is asked whether it is the same.',
  },
  answerDays: { ro: 'Câte zile poate spune cetățeanul că nu este rezolvat', en: 'Days to reopen' },
  urgentNotice: { ro: 'Pentru pericole (apare pe formular)', en: 'Urgent notice' },
  busyPerHour: {
    ro: 'Câte sesizări pe oră din același loc se cred fără verificare',
    en: 'Reports per hour and visitor',
  },
  busyHint: {
    ro: 'Cele de peste acest număr nu se refuză: sunt puse deoparte pentru verificare.',
    en: 'More are held.',
  },
} as const
