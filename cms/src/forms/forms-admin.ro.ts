import type { DeadlineKey } from '../registry/deadline-rules.ts'
import type { DefinitionFault } from './check-definition.ts'
import type { FieldType, FiledKind, FormDefinition, FormTheme } from './contract.ts'
import type { AcceptedFiles } from './form-document.ts'

type Label = { ro: string; en: string }

export const fieldTypeLabels = {
  text: { ro: 'Text scurt', en: 'Short text' },
  longText: { ro: 'Text lung', en: 'Long text' },
  choice: { ro: 'O alegere din listă', en: 'Choice' },
  checkboxes: { ro: 'Bife, una sau mai multe', en: 'Checkboxes' },
  date: { ro: 'Dată', en: 'Date' },
  number: { ro: 'Număr', en: 'Number' },
  address: { ro: 'Adresă', en: 'Address' },
  email: { ro: 'E-mail', en: 'E-mail' },
  phone: { ro: 'Telefon', en: 'Phone' },
  cnp: { ro: 'CNP', en: 'Personal number' },
  cui: { ro: 'Cod fiscal (CUI)', en: 'Company number' },
  iban: { ro: 'Cont IBAN', en: 'IBAN' },
  file: { ro: 'Fișiere', en: 'Files' },
  consent: { ro: 'Acord sau declarație, de bifat', en: 'Consent' },
  information: { ro: 'Text de citit, fără răspuns', en: 'Information' },
} as const satisfies Record<FieldType, Label>

export const filedKindLabels = {
  petition: { ro: 'Petiție', en: 'Petition' },
  foi: { ro: 'Cerere de informații publice (Legea 544)', en: 'Public information request' },
  foiComplaint: { ro: 'Reclamație administrativă (Legea 544)', en: 'Complaint about public information' },
  audience: { ro: 'Înscriere în audiență', en: 'Audience' },
  taxClearance: { ro: 'Certificat de atestare fiscală', en: 'Tax clearance' },
  attestation: { ro: 'Adeverință', en: 'Attestation' },
  planningCertificate: { ro: 'Certificat de urbanism', en: 'Planning certificate' },
  buildingPermit: { ro: 'Autorizație de construire', en: 'Building permit' },
  gdpr: { ro: 'Cerere despre date personale', en: 'Personal data request' },
  consultationProposal: { ro: 'Propunere la un proiect (Legea 52)', en: 'Consultation proposal' },
  application: { ro: 'Altă cerere', en: 'Other application' },
} as const satisfies Record<FiledKind, Label>

export const themeLabels = {
  writing: { ro: 'Scrieți primăriei', en: 'Writing' },
  taxes: { ro: 'Impozite și taxe', en: 'Taxes' },
  land: { ro: 'Terenuri și registru agricol', en: 'Land' },
  building: { ro: 'Urbanism și adrese', en: 'Building' },
  utilities: { ro: 'Apă și canal', en: 'Utilities' },
  family: { ro: 'Stare civilă', en: 'Family' },
  papers: { ro: 'Copii și date personale', en: 'Papers' },
} as const satisfies Record<FormTheme, Label>

export const acceptedLabels = {
  papers: { ro: 'PDF și fotografii', en: 'PDF and pictures' },
  pdf: { ro: 'numai PDF', en: 'PDF only' },
  pictures: { ro: 'numai fotografii', en: 'Pictures only' },
  office: { ro: 'PDF, fotografii, Word, Excel', en: 'PDF, pictures, office files' },
  all: { ro: 'toate, și semnate electronic (.p7s, .p7m)', en: 'All, also signed envelopes' },
} as const satisfies Record<AcceptedFiles, Label>

export const signatureLabels = {
  none: { ro: 'Fără semnătură: ajung răspunsurile', en: 'None' },
  handOrQualified: { ro: 'Semnată de mână și scanată, sau cu semnătură calificată', en: 'By hand or qualified' },
} as const satisfies Record<FormDefinition['signature'], Label>

/** The legal terms a form may promise, by their key in the deadlines table, with the sentence offered for each. */
export const terms = {
  'petition.answer': {
    label: { ro: '30 de zile de la înregistrare (petiții)', en: '30 days, petitions' },
    sentence: 'Legea ne dă 30 de zile de la înregistrare.',
  },
  'application.answer': {
    label: { ro: '30 de zile de la înregistrare (cereri)', en: '30 days, applications' },
    sentence: 'Legea ne dă 30 de zile de la înregistrare.',
  },
  'attestation.issue': {
    label: { ro: '15 zile de la înregistrare (adeverințe)', en: '15 days, attestations' },
    sentence: 'Legea ne dă 15 zile de la înregistrare.',
  },
  'foi.answer': {
    label: { ro: '10 zile, cel mult 30 (Legea 544)', en: '10 to 30 days' },
    sentence:
      'Legea ne dă 10 zile de la înregistrare; pentru o căutare mai grea, 30 de zile, și vă anunțăm în primele 10.',
  },
  'gdpr.answer': {
    label: { ro: 'O lună de la primire (date personale)', en: 'One month' },
    sentence: 'Regulamentul ne dă o lună de la primire; pentru o cerere grea, încă două luni, și vă spunem de ce.',
  },
  'taxClearance.issue': {
    label: { ro: '2 zile lucrătoare (certificat fiscal)', en: '2 working days' },
    sentence: 'Legea ne dă 2 zile lucrătoare de la cerere.',
  },
  'planningCertificate.issue': {
    label: { ro: '15 zile lucrătoare (certificat de urbanism)', en: '15 working days' },
    sentence: 'Legea ne dă 15 zile lucrătoare de la înregistrarea cererii complete.',
  },
  'consultation.proposals': {
    label: { ro: 'Cât ține consultarea (Legea 52)', en: 'While the consultation lasts' },
    sentence:
      'Propunerile se primesc cel puțin 10 zile de la anunț; la cele neacceptate răspundem în scris, cu motive.',
  },
} as const satisfies Partial<Record<DeadlineKey, { label: Label; sentence: string }>>

export const definitionMessages = {
  'no-steps': 'Adăugați cel puțin o pagină cu întrebări.',
  'step-empty': 'Adăugați o întrebare pe această pagină sau ștergeți pagina.',
  'name-malformed':
    'Numele are numai litere mici fără diacritice, cifre și liniuță jos, de exemplu „numar_cadastral”. Ștergeți-l ca să se facă singur.',
  'name-reserved': 'Numele acesta este folosit de site. Alegeți altul, de exemplu cu un cuvânt în plus.',
  'name-doubled': 'Altă întrebare are deja numele acesta. Schimbați unul dintre ele.',
  'options-missing': 'Adăugați răspunsurile dintre care se alege.',
  'option-doubled': 'Răspunsul acesta este trecut de două ori. Ștergeți unul.',
  'text-missing': 'Scrieți textul de citit.',
  'bounds-crossed': 'Cel mai mare număr este sub cel mai mic. Schimbați unul dintre ele.',
  'rule-incomplete': 'Alegeți întrebarea și răspunsul de care depinde, sau ștergeți condiția.',
  'rule-field-unknown': 'Întrebarea aceasta nu mai este în formular. Alegeți alta sau ștergeți condiția.',
  'rule-field-later': 'Întrebarea aceasta vine mai târziu în formular. Alegeți una de dinainte.',
  'rule-value-unknown': 'Răspunsul acesta nu este în lista întrebării. Alegeți-l din listă.',
  'group-too-small': 'Scrieți cel puțin două întrebări, dintre care una trebuie să aibă răspuns.',
  'group-field-unknown': 'Una dintre întrebări nu este în formular. Verificați numele lor.',
  'group-across-steps': 'Întrebările trebuie să fie pe aceeași pagină.',
  'document-field-unknown': 'Nu există o întrebare de tip „Fișiere” cu acest nume. Verificați numele sau lăsați gol.',
  'personal-data':
    'În text apare un CNP, un cont bancar sau o serie de act de identitate. Ștergeți-l: formularul îl citește oricine.',
} as const satisfies Record<DefinitionFault, string>

export const usualRights =
  'Puteți cere să vedeți datele, să le corectăm, să le ștergem sau să le folosim mai puțin. Puteți depune plângere la Autoritatea Națională de Supraveghere a Prelucrării Datelor cu Caracter Personal (dataprotection.ro).'
