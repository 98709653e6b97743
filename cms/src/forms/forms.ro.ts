import { fileMessages } from '../files/files.ro.ts'
import type { AnswerFault, AnswerFaultCode, FormDefinition, FormField } from './contract.ts'

/** "Mai sunt două răspunsuri de completat": the heading of the summary of faults. */
export function summaryOfFaults(count: number): string {
  if (count === 1) return 'Mai este un răspuns de completat'
  const words = ['', '', 'două', 'trei', 'patru', 'cinci', 'șase', 'șapte', 'opt', 'nouă', 'zece']
  const rest = count % 100
  const number = words[count] || (rest === 0 || rest >= 20 ? `${count} de` : String(count))
  return `Mai sunt ${number} răspunsuri de completat`
}

/** What to do about a fault, in one sentence, for beside the field and for the summary. */
export function sentenceOfFault(definition: FormDefinition, { field: name, code }: AnswerFault): string {
  if (code === 'one-of-missing') {
    const group = definition.atLeastOne.find(({ fields }) => fields.includes(name))
    if (group) return group.sentence
  }
  const field = definition.steps.flatMap(({ fields }) => fields).find((each) => each.name === name.split('.')[0])
  return field ? sentenceOfField(field, code) : 'Verificați răspunsul.'
}

export const sentenceOfField = (field: FormField, code: AnswerFaultCode): string => sentences[code](field)

type Sentence = (field: FormField) => string

const sentences: Record<AnswerFaultCode, Sentence> = {
  missing: (field) => missing(field),
  'one-of-missing': (field) => missing(field),
  'not-text': (field) => `Scrieți un singur răspuns la „${field.label}”.`,
  'too-long': (field) =>
    'maxLength' in field
      ? `Scurtați textul: cel mult ${counted(field.maxLength, 'caracter', 'caractere')}.`
      : 'Scurtați răspunsul.',
  'number-malformed': () => 'Scrieți numai numărul, cu cifre, de exemplu 350 sau 12,5.',
  'number-too-precise': (field) =>
    'decimals' in field && field.decimals > 0
      ? `Scrieți cel mult ${counted(field.decimals, 'cifră', 'cifre')} după virgulă.`
      : 'Scrieți un număr întreg, fără virgulă.',
  'number-too-small': (field) => `Scrieți un număr mai mare: cel puțin ${'min' in field ? decimal(field.min) : 0}.`,
  'number-too-large': (field) => `Scrieți un număr mai mic: cel mult ${'max' in field ? decimal(field.max) : 0}.`,
  'date-malformed': () => 'Scrieți data ca în buletin, de exemplu 5.03.1968.',
  'date-short-year': () => 'Scrieți anul cu patru cifre, de exemplu 5.03.1968.',
  'date-impossible': () => 'Ziua aceasta nu este în calendar. Verificați ziua și luna, de exemplu 5.03.1968.',
  'date-not-past': () => 'Data este în viitor. Scrieți o zi care a trecut sau ziua de azi.',
  'date-not-future': () => 'Data a trecut. Scrieți ziua de azi sau o zi care urmează.',
  'choice-unknown': () => 'Alegeți un răspuns din listă.',
  'county-missing': () => 'Alegeți județul.',
  'locality-missing': () => 'Scrieți localitatea.',
  'village-missing': () => 'Alegeți satul.',
  'village-unknown': (field) =>
    'villages' in field ? `Alegeți un sat al comunei: ${listed(field.villages)}.` : 'Alegeți satul.',
  'house-number-missing': () => 'Scrieți numărul casei sau cuvântul „fără”.',
  'postal-code-malformed': () => 'Scrieți codul poștal cu șase cifre, de exemplu 307370, sau lăsați gol.',
  'cnp-malformed': () => 'Scrieți cele 13 cifre ale CNP-ului, ca în cartea de identitate.',
  'cnp-birth-date': () => 'Verificați primele șapte cifre ale CNP-ului: data nașterii din ele nu se potrivește.',
  'cnp-county': () => 'Verificați cifrele 8 și 9 ale CNP-ului: nu sunt ale unui județ.',
  'cnp-check-digit': () => 'O cifră din CNP este greșită. Comparați-l cu cartea de identitate.',
  'cui-malformed': () => 'Scrieți codul fiscal cu cifre, cu sau fără „RO”, de exemplu 4663520.',
  'cui-check-digit': () => 'O cifră din codul fiscal este greșită. Comparați-l cu certificatul de înregistrare.',
  'iban-malformed': () => 'Scrieți contul IBAN întreg: în România începe cu RO și are 24 de litere și cifre.',
  'iban-check-digits': () => 'O cifră sau o literă din IBAN este greșită. Comparați-l cu extrasul de cont.',
  'email-malformed': () => 'Scrieți adresa de e-mail întreagă, de exemplu ana.pop@posta.ro.',
  'phone-malformed': () => 'Scrieți telefonul cu zece cifre, de exemplu 0722 000 100, sau cu prefixul țării.',
  'file-unknown': () => 'Un fișier nu a ajuns întreg la noi. Adăugați-l din nou.',
  'file-kind': (field) =>
    'kinds' in field ? `Adăugați fișiere ${kindsInWords(field.kinds)}.` : 'Adăugați alt fișier.',
  'file-too-large': (field) =>
    'maxBytes' in field
      ? `Un fișier este prea mare. Cel mult ${megabytes(field.maxBytes)} fiecare: încercați o fotografie mai mică.`
      : 'Adăugați un fișier mai mic.',
  'file-empty': () => fileMessages['file-empty'],
  'file-not-what-it-says': () => fileMessages['file-not-what-it-says'],
  'file-double': () => fileMessages['file-double'],
  'file-broken': () => fileMessages['file-broken'],
  'file-encrypted': () => fileMessages['file-encrypted'],
  'file-scripted': () => fileMessages['file-scripted'],
  'file-carries-files': () => fileMessages['file-carries-files'],
  'file-carries-macros': () => fileMessages['file-carries-macros'],
  'file-unpacks-too-large': () => fileMessages['file-unpacks-too-large'],
  'file-too-many-pixels': () => fileMessages['file-too-many-pixels'],
  'file-infected': () => fileMessages['file-infected'],
  'files-too-many': (field) =>
    'maxCount' in field
      ? `Adăugați cel mult ${counted(field.maxCount, 'fișier', 'fișiere')}.`
      : 'Adăugați mai puține fișiere.',
  'consent-missing': (field) => `Bifați „${field.label}” ca să puteți trimite.`,
}

function missing({ label, type }: FormField): string {
  if (/\?\s*$/.test(label)) return `Răspundeți la întrebarea „${label}”`
  const what = lowerFirst(label.replace(/[.:]\s*$/, ''))
  if (type === 'choice' || type === 'checkboxes') return `Alegeți ${what}.`
  if (type === 'file') return `Adăugați ${what}.`
  return `Scrieți ${what}.`
}

/** Names and initials keep their capitals: "CNP-ul", "IBAN". */
const lowerFirst = (text: string) =>
  /^\p{Lu}(\p{Lu}|-)/u.test(text) ? text : text.charAt(0).toLocaleLowerCase('ro') + text.slice(1)

const kindWords = {
  pdf: 'PDF',
  image: 'JPG, PNG, TIFF, HEIC sau WebP',
  office: 'Word, Excel sau OpenDocument',
  signed: 'semnate (.p7s, .p7m)',
}

/** "PDF; JPG, PNG, TIFF, HEIC sau WebP" */
export const kindsInWords = (kinds: readonly (keyof typeof kindWords)[]) =>
  kinds.map((kind) => kindWords[kind]).join('; ')

const decimal = (value: number | null) => new Intl.NumberFormat('ro-RO').format(value ?? 0)
export const megabytes = (bytes: number) => `${decimal(Math.round((bytes / 1024 / 1024) * 10) / 10)} MB`
const listed = (names: readonly string[]) => new Intl.ListFormat('ro', { type: 'disjunction' }).format(names)

function counted(count: number, one: string, many: string): string {
  if (count === 1) return `1 ${one}`
  const rest = count % 100
  return `${decimal(count)} ${count >= 20 && (rest === 0 || rest >= 20) ? 'de ' : ''}${many}`
}
