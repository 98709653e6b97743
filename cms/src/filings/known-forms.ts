import { correspondentOf } from './filing-facts.ts'
import type { FilingFault, FilingForms, FormFacts } from './filing-forms.ts'
import { filingMessages } from './filings.ro.ts'

const form = (title: string, entryKind: FormFacts['entryKind'], departmentCode: string | null = null): FormFacts => ({
  title,
  entryKind,
  departmentCode,
})

/** The forms every town hall has, as the registry files them. */
const forms: ReadonlyMap<string, FormFacts> = new Map([
  ['petitie', form('Petiție', 'petition')],
  ['cerere-544', form('Cerere de informații de interes public', 'foi')],
  ['audienta', form('Înscriere la audiență', 'audience')],
  ['certificat-fiscal', form('Cerere de certificat fiscal', 'taxClearance', 'impozite')],
  ['adeverinta-registrul-agricol', form('Cerere de adeverință', 'attestation', 'agricol')],
  ['certificat-urbanism', form('Cerere de certificat de urbanism', 'planningCertificate', 'urbanism')],
  ['nomenclatura-stradala', form('Cerere de certificat de nomenclatură stradală', 'application', 'urbanism')],
  ['bransament-apa', form('Cerere de branșament', 'application', 'tehnic')],
  ['copii-arhiva', form('Cerere de copii din arhivă', 'application', 'arhiva')],
  ['propunere-proiect', form('Propunere la un proiect', 'consultationProposal')],
  ['date-personale', form('Cerere privind datele personale', 'gdpr')],
  ['duplicat-stare-civila', form('Cerere de duplicat', 'application', 'stare-civila')],
])

/** Judges by what every form asks, whatever else it asks: who, what, and where the answer goes. */
export const knownForms: FilingForms = async ({ form: { slug }, answers }) => {
  const facts = forms.get(slug)
  if (!facts) return { kind: 'form-unknown' }
  const faults: FilingFault[] = []
  const { name, email, phone, address } = correspondentOf(answers)
  if (!name) faults.push({ field: 'nume', message: filingMessages['name-missing'] })
  if (!email && !phone && !address) faults.push({ field: 'email', message: filingMessages['no-way-to-answer'] })
  if (slug === 'petitie')
    for (const [field, code] of [
      ['obiect', 'subject-missing'],
      ['descriere', 'description-missing'],
    ] as const)
      if (typeof answers[field] !== 'string' || answers[field].trim() === '')
        faults.push({ field, message: filingMessages[code] })
  return faults.length > 0 ? { kind: 'faulty', faults } : { kind: 'accepted', facts, answers }
}
