/** The people of the town hall whose names stand in the sample book; invented, and nobody knows their passwords. */
export const colleagues = [
  { key: 'mayor', name: 'Ilie Brândușan', roles: ['mayor'], departments: ['cabinet'] },
  { key: 'deputy', name: 'Dorina Ogrin', roles: ['deputyMayor'], departments: [] },
  { key: 'secretary', name: 'Corina Țăranu', roles: ['generalSecretary'], departments: ['secretariat'] },
  {
    key: 'registrar',
    name: 'Anca Dobrițoiu',
    roles: ['registrar', 'clerk', 'foiOfficer'],
    departments: ['relatii-publice'],
  },
  { key: 'urbanism', name: 'Radu Mesaroș', roles: ['clerk', 'departmentHead'], departments: ['urbanism'] },
  { key: 'urbanist', name: 'Simona Păcurar', roles: ['clerk'], departments: ['urbanism'] },
  { key: 'taxes', name: 'Lucia Crișovan', roles: ['clerk'], departments: ['impozite', 'contabilitate'] },
  { key: 'farms', name: 'Gheorghe Oancea', roles: ['clerk'], departments: ['agricol'] },
  { key: 'works', name: 'Sorin Bălănescu', roles: ['clerk'], departments: ['tehnic'] },
  { key: 'social', name: 'Mihaela Zgârdea', roles: ['clerk'], departments: ['asistenta-sociala', 'stare-civila'] },
] as const

export type Colleague = (typeof colleagues)[number]['key']
