import { z } from 'zod'
import { FileFault, PublicFile } from '../files/contract.ts'
import { Addressed, Day, Publication } from '../publishing/contract.ts'
import { EntryKind } from '../registry/contract.ts'

/** The key of an answer: plain Romanian without diacritics, `numar_cadastral`. It never changes its meaning. */
export const AnswerName = z
  .string()
  .regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/)
  .max(40)

/**
 * When a field or a step is shown: `all` of the rules hold, or `any` of them.
 * `oneOf`: the answer is one of the values (of checkboxes: at least one is ticked). `answered`: there is an answer.
 * Rules look only at fields that stand earlier in the form.
 */
export const Condition = z.object({
  match: z.enum(['all', 'any']),
  rules: z
    .array(
      z.discriminatedUnion('is', [
        z.object({ field: AnswerName, is: z.literal('oneOf'), values: z.array(z.string()).min(1) }),
        z.object({ field: AnswerName, is: z.literal('answered') }),
      ]),
    )
    .min(1),
})
export type Condition = z.infer<typeof Condition>

/** Tokens of the HTML attribute `autocomplete`; null leaves the choice to the field's type. */
export const Autocomplete = z.enum([
  'name',
  'given-name',
  'family-name',
  'organization',
  'organization-title',
  'email',
  'tel',
  'address-level2',
  'street-address',
  'postal-code',
  'bday',
  'off',
])

const Option = z.object({ value: z.string().min(1).max(60), label: z.string().min(1), hint: z.string() })

/** The kinds of files that a field takes: PDF, pictures (JPEG, PNG, TIFF, HEIC, WebP), office texts and tables, signed envelopes (.p7s, .p7m). */
export const FileKind = z.enum(['pdf', 'image', 'office', 'signed'])
export type FileKind = z.infer<typeof FileKind>

const everyField = {
  name: AnswerName,
  label: z.string().min(1),
  hint: z.string(),
  required: z.boolean(),
  showIf: Condition.nullable(),
  autocomplete: Autocomplete.nullable(),
}
const field = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.object({ ...everyField, type: z.literal(type), ...shape })

/** One question. What each type answers is said by `Answer`. */
export const FormField = z.discriminatedUnion('type', [
  field('text', { maxLength: z.number().int().min(1).max(500) }),
  field('longText', { maxLength: z.number().int().min(1).max(20_000) }),
  field('number', {
    min: z.number().nullable(),
    max: z.number().nullable(),
    decimals: z.number().int().min(0).max(4),
    /** Stands after the number: "m²"; may be empty. */
    unit: z.string(),
  }),
  /** `past` and `future` both take today. */
  field('date', { days: z.enum(['any', 'past', 'future']) }),
  field('choice', { options: z.array(Option).min(1), display: z.enum(['radios', 'list']) }),
  field('checkboxes', { options: z.array(Option).min(1) }),
  /** In the commune when `villages` names its villages; anywhere in the country, with a county, when it is empty. */
  field('address', { villages: z.array(z.string()) }),
  field('cnp', {}),
  field('cui', {}),
  field('iban', {}),
  field('email', {}),
  field('phone', {}),
  field('file', {
    kinds: z.array(FileKind).min(1),
    maxBytes: z.number().int().positive(),
    maxCount: z.number().int().min(1).max(20),
  }),
  /** One box to tick; the label is what is agreed to. */
  field('consent', {}),
  /** A text between questions; asks nothing. Paragraphs are separated by empty lines. */
  field('information', { text: z.string().min(1) }),
])
export type FormField = z.infer<typeof FormField>
export type FieldType = FormField['type']
export type FieldOf<Type extends FieldType> = Extract<FormField, { type: Type }>

/** An address as answered. `judet` is empty for an address in the commune; `bloc` may hold block, staircase and flat. */
export const AddressAnswer = z.object({
  judet: z.string(),
  localitate: z.string(),
  strada: z.string(),
  numar: z.string(),
  bloc: z.string(),
  cod_postal: z.string(),
})
export type AddressAnswer = z.infer<typeof AddressAnswer>

/** A file that has been received: `id` is what the receiver of uploads calls it. Its bytes are the receiver's to judge. */
export const FileAnswer = z.object({
  id: z.string().min(1).max(200),
  name: z.string().min(1).max(200),
  bytes: z.number().int().positive(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
})
export type FileAnswer = z.infer<typeof FileAnswer>

/**
 * text, longText, choice, cnp (13 digits), cui (digits alone), iban (without spaces), email, phone (`+40…`): a string;
 * number: a number; date: `YYYY-MM-DD`; checkboxes: values; consent: true; address and file as above.
 */
export const Answer = z.union([
  z.string(),
  z.number(),
  z.literal(true),
  z.array(z.string()),
  AddressAnswer,
  z.array(FileAnswer),
])
export type Answer = z.infer<typeof Answer>

/** Accepted answers by field name. What was not answered or not shown has no key. */
export const Answers = z.record(AnswerName, Answer)
export type Answers = z.infer<typeof Answers>

/** One page of the journey: one thing at a time. */
export const FormStep = z.object({
  name: AnswerName,
  /** The question that heads the page: "Unde este casa sau terenul?" */
  title: z.string().min(1),
  lead: z.string(),
  showIf: Condition.nullable(),
  fields: z.array(FormField).min(1),
})
export type FormStep = z.infer<typeof FormStep>

/** What filing this form puts into the book. */
export const FiledKind = EntryKind.extract([
  'petition',
  'foi',
  'foiComplaint',
  'application',
  'audience',
  'taxClearance',
  'attestation',
  'planningCertificate',
  'buildingPermit',
  'gdpr',
  'consultationProposal',
])
export type FiledKind = z.infer<typeof FiledKind>

/** How the list of forms is grouped for the reader. */
export const FormTheme = z.enum(['writing', 'taxes', 'land', 'building', 'utilities', 'family', 'papers'])
export type FormTheme = z.infer<typeof FormTheme>

/** The personal-data notice of one form (GDPR, art. 13). */
export const PersonalDataNotice = z.object({
  controller: z.string().min(1),
  purpose: z.string().min(1),
  basis: z.string().min(1),
  retention: z.string().min(1),
  rights: z.string().min(1),
})
export type PersonalDataNotice = z.infer<typeof PersonalDataNotice>

/**
 * A form as citizens fill it in. A version is whole: it needs no other document to be shown, answered or checked,
 * and once published it never changes. Field and step names are unique in the form.
 */
export const FormDefinition = z.object({
  slug: Addressed.shape.slug,
  version: z.number().int().positive(),
  title: z.string().min(1),
  lead: z.string(),
  theme: FormTheme,
  entryKind: FiledKind,
  /** The name of the department that answers, as the public reads it. */
  department: z.string().min(1),
  /** Its code in the registry; null leaves a filing to whoever routes. */
  departmentCode: z.string().nullable(),
  term: z.object({
    /** A row of the deadlines table: `petition.answer`, `foi.answer`, `taxClearance.issue` … */
    key: z.string().regex(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$/),
    /** "Legea ne dă 30 de zile de la înregistrare." */
    sentence: z.string().min(1),
  }),
  /** "Ordonanța Guvernului nr. 27/2002, art. 8" */
  legalBasis: z.string().min(1),
  /** How long it takes to fill in. */
  minutes: z.number().int().positive(),
  /** What to have at hand, a line each. */
  needs: z.array(z.string()),
  /** What one receives at the end and how: "certificatul, pe e-mail sau de la ghișeu". */
  outcome: z.string(),
  feeBani: z.number().int().positive().nullable(),
  /** What the sum depends on and when it is paid; empty when `feeBani` says it all, or when there is no fee. */
  feeSentence: z.string(),
  /** `none`: who signs is told by the answers alone. `handOrQualified`: a signed and scanned paper, or a qualified e-signature (OUG 38/2020). */
  signature: z.enum(['none', 'handOrQualified']),
  /** Papers the law asks for; `field` is the file field that takes it, null when it is shown at the counter. */
  documents: z.array(
    z.object({ label: z.string().min(1), hint: z.string(), required: z.boolean(), field: AnswerName.nullable() }),
  ),
  notice: PersonalDataNotice,
  steps: z.array(FormStep).min(1),
  /** Of these fields, all of one step, at least one has to be answered; the sentence says so. */
  atLeastOne: z.array(z.object({ fields: z.array(AnswerName).min(2), sentence: z.string().min(1) })),
})
export type FormDefinition = z.infer<typeof FormDefinition>

/** What is wrong with an answer; `forms.ro.ts` says it in words. */
export const AnswerFaultCode = z.enum([
  'missing',
  'one-of-missing',
  'not-text',
  'too-long',
  'number-malformed',
  'number-too-precise',
  'number-too-small',
  'number-too-large',
  'date-malformed',
  'date-short-year',
  'date-impossible',
  'date-not-past',
  'date-not-future',
  'choice-unknown',
  'county-missing',
  'locality-missing',
  'village-missing',
  'village-unknown',
  'house-number-missing',
  'postal-code-malformed',
  'cnp-malformed',
  'cnp-birth-date',
  'cnp-county',
  'cnp-check-digit',
  'cui-malformed',
  'cui-check-digit',
  'iban-malformed',
  'iban-check-digits',
  'email-malformed',
  'phone-malformed',
  'file-unknown',
  ...FileFault.options,
  'files-too-many',
  'consent-missing',
])
export type AnswerFaultCode = z.infer<typeof AnswerFaultCode>

/** `field` is a field's name, or `name.part` for a part of an address. */
export const AnswerFault = z.object({ field: z.string(), code: AnswerFaultCode })
export type AnswerFault = z.infer<typeof AnswerFault>

/** A published form: the version that is filled in now. */
export const PublicForm = Publication.extend(Addressed.shape).extend({
  noun: z.literal('forms'),
  title: z.string(),
  definition: FormDefinition,
  /** Position in its theme, ascending. */
  order: z.number().int(),
  /** The form on paper, to print. */
  files: z.array(PublicFile),
  publishedOn: Day,
})
export type PublicForm = z.infer<typeof PublicForm>
