import type { Role } from './roles.ts'

export const roleLabels = {
  registrar: { ro: 'Registrator', en: 'Registrar' },
  clerk: { ro: 'Inspector / referent', en: 'Clerk' },
  departmentHead: { ro: 'Șef de compartiment', en: 'Head of department' },
  generalSecretary: { ro: 'Secretar general', en: 'General secretary' },
  mayor: { ro: 'Primar', en: 'Mayor' },
  deputyMayor: { ro: 'Viceprimar', en: 'Deputy mayor' },
  foiOfficer: { ro: 'Responsabil Legea 544/2001', en: 'Freedom of information officer' },
  cashier: { ro: 'Casier / impozite și taxe', en: 'Cashier' },
  editor: { ro: 'Redactor al site-ului', en: 'Site editor' },
  admin: { ro: 'Administrator tehnic', en: 'Technical administrator' },
  auditor: { ro: 'Auditor', en: 'Auditor' },
} as const satisfies Record<Role, { ro: string; en: string }>

export const staffText = {
  lastAdmin: 'Acesta este ultimul administrator tehnic: dați mai întâi rolul unui coleg, apoi îl puteți scoate.',
  ownRoles: 'Rolurile proprii le schimbă un alt administrator tehnic.',
} as const
