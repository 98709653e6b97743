import type { Role } from './roles.ts'

export const roleLabels = {
  registrar: { ro: 'Registrator', en: 'Registrar' },
  clerk: { ro: 'Inspector / referent', en: 'Clerk' },
  departmentHead: { ro: 'Șef de compartiment', en: 'Head of department' },
  generalSecretary: { ro: 'Secretar general', en: 'General secretary' },
  mayor: { ro: 'Primar', en: 'Mayor' },
  deputyMayor: { ro: 'Viceprimar', en: 'Deputy mayor' },
  foiOfficer: { ro: 'Responsabil Legea 544/2001', en: 'Freedom of information officer' },
  editor: { ro: 'Redactor al site-ului', en: 'Site editor' },
  admin: { ro: 'Administrator tehnic', en: 'Technical administrator' },
  auditor: { ro: 'Auditor', en: 'Auditor' },
} as const satisfies Record<Role, { ro: string; en: string }>

export const staffText = {
  lastAdmin: 'Acesta este ultimul administrator tehnic: dați mai întâi rolul unui coleg, apoi îl puteți scoate.',
  newPasswordSubject: 'Parola contului dumneavoastră din Avizier',
  ownRoles: 'Rolurile proprii le schimbă un alt administrator tehnic.',
} as const

/** A letter in plain text: the link that sets a new password, and what to do for who did not ask for it. */
export const newPasswordLetter = ({ name, link }: { name: string; link: string }): string =>
  [
    name ? `Bună ziua, ${name},` : 'Bună ziua,',
    'Cineva, probabil dumneavoastră, a cerut o parolă nouă pentru contul din Avizier. O alegeți aici, în cel mult o oră:',
    link,
    'Dacă nu ați cerut-o, nu trebuie să faceți nimic: parola rămâne cea veche.',
  ].join('\n\n')
