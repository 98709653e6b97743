import { createHash, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { FormDefinition } from '../src/forms/contract.ts'
import { aDefinition } from './forms.ts'
import { changesToken, type TestRecord } from './record.ts'

const bearer = { authorization: `Bearer ${changesToken}` }

/** A petition as the site sends it; only what a test is about is given. */
export const aFiling = ({ answers, ...given }: Record<string, unknown> & { answers?: object } = {}) => ({
  key: randomUUID(),
  form: 'petitie',
  version: 1,
  answers: {
    nume: 'Ana Pop',
    email: 'ana.pop@example.com',
    obiect: 'Iluminatul pe strada Morii',
    descriere: 'Nu arde niciun bec de la numărul 12 la capăt.',
    ...answers,
  },
  files: [] as object[],
  ...given,
})

export async function file(record: TestRecord, filing: object): Promise<{ status: number; body: FiledBody }> {
  const response = await record.rest('POST', '/filings', { body: filing, headers: bearer })
  return { status: response.status, body: (await response.json()) as FiledBody }
}
export type FiledBody = {
  numar: number
  data: string
  cod: string
  termen: { data: string | null; explicatie: string } | null
  erori?: { camp: string; mesaj: string }[]
}

/** Puts bytes as the site does before it files, and answers how a filing names them. */
export async function putBytes(record: TestRecord, name: string, bytes: Buffer, mimeType = 'application/pdf') {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const response = await record.request(
    new Request(`http://localhost:3000/api/filings/files/${sha256}`, {
      method: 'PUT',
      headers: bearer,
      body: new Uint8Array(bytes),
    }),
  )
  return { status: response.status, file: { name, sha256, bytes: bytes.length, mimeType } }
}

const everyField = { hint: '', required: true, showIf: null, autocomplete: null }
const text = (name: string, label: string, given: object = {}) => ({
  ...everyField,
  type: 'text',
  name,
  label,
  maxLength: 200,
  ...given,
})
const aPage = (name: string, fields: object[]) => ({ name, title: 'Întrebarea?', lead: '', showIf: null, fields })

/** The petition that `aFiling` answers, and a form whose seventh version sends to urbanism. */
const filedForms = [
  aDefinition({
    slug: 'petitie',
    title: 'Petiție',
    entryKind: 'petition',
    department: 'Registratură',
    steps: [
      aPage('cine', [
        text('nume', 'Numele și prenumele'),
        { ...everyField, type: 'email', name: 'email', label: 'E-mailul', required: false },
        { ...everyField, type: 'phone', name: 'telefon', label: 'Telefonul', required: false },
      ]),
      aPage('ce', [
        text('obiect', 'Obiectul'),
        { ...everyField, type: 'longText', name: 'descriere', label: 'Descrierea', maxLength: 10_000 },
        {
          ...everyField,
          type: 'file',
          name: 'fisiere',
          label: 'Fișierele',
          required: false,
          kinds: ['pdf'],
          maxBytes: 1_000_000,
          maxCount: 5,
        },
      ]),
    ],
  }),
  aDefinition({
    slug: 'certificat-urbanism',
    version: 7,
    title: 'Certificat de urbanism',
    entryKind: 'planningCertificate',
    department: 'Urbanism',
    departmentCode: 'urbanism',
    term: { key: 'planningCertificate.issue', sentence: 'Legea ne dă 15 zile lucrătoare.' },
    atLeastOne: [],
    steps: [aPage('cine', [text('nume', 'Numele')])],
  }),
]

/** Keeps the versions that these filings are judged by, as publishing the forms would. */
export async function keepFiledForms(database: Pick<pg.ClientBase, 'query'>): Promise<void> {
  for (const definition of filedForms.map((form) => FormDefinition.parse(form)))
    await database.query(
      'insert into avizier.form_versions (slug, version, form_id, definition) values ($1, $2, $1, $3) on conflict do nothing',
      [definition.slug, definition.version, JSON.stringify(definition)],
    )
}
