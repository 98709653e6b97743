import { createHash, randomUUID } from 'node:crypto'
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
