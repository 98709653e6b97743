/** The departments of a commune, as documents are routed to them; forms find theirs by the code. */
export const departments = [
  { code: 'relatii-publice', name: 'Registratură și relații cu publicul', publicName: 'relații cu publicul' },
  { code: 'secretariat', name: 'Secretar general', publicName: 'secretarul general' },
  { code: 'stare-civila', name: 'Stare civilă', publicName: 'starea civilă' },
  { code: 'contabilitate', name: 'Financiar-contabil', publicName: 'contabilitate' },
  { code: 'impozite', name: 'Impozite și taxe', publicName: 'impozite și taxe' },
  { code: 'urbanism', name: 'Urbanism și amenajarea teritoriului', publicName: 'urbanism' },
  { code: 'agricol', name: 'Registrul agricol și fond funciar', publicName: 'registrul agricol' },
  { code: 'asistenta-sociala', name: 'Asistență socială', publicName: 'asistența socială' },
  { code: 'juridic', name: 'Juridic', publicName: 'juridic' },
  { code: 'tehnic', name: 'Administrativ și apă-canal', publicName: 'serviciul tehnic' },
  { code: 'arhiva', name: 'Arhivă', publicName: 'arhivă' },
  { code: 'politia-locala', name: 'Poliția locală', publicName: 'poliția locală' },
  { code: 'cabinet', name: 'Cabinetul primarului', publicName: 'cabinetul primarului' },
  {
    code: 'date-personale',
    name: 'Responsabil cu protecția datelor',
    publicName: 'responsabilul cu protecția datelor',
  },
]
