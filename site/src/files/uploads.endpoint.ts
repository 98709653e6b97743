import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { endingsOf } from '@avizier/cms/file-kinds'
import { FileStore } from '@tus/file-store'
import { MemoryLocker, Server } from '@tus/server'
import { refuse } from '../filings/answer-requests.ts'
import { isFromOwnPage } from '../filings/own-page.ts'
import { fileWords } from './files.ro.ts'
import type { FileRefusal, Quarantine, UploadLimits } from './quarantine.ts'

/** Whose uploads these are, and what each question of theirs takes. */
export type UploadOwner = {
  /** Files gather under it: the id of a token that only the applicant's page holds. */
  id: string
  /** The address under which this owner's uploads live, without a slash at the end; it carries the token. */
  address: string
  limitsOf: (field: string) => UploadLimits | null
  /** What is wrong with a file, in a sentence that stands beside the question. */
  sentenceOf: (field: string, refusal: FileRefusal) => string
}

const locker = new MemoryLocker()
const methods = ['POST', 'HEAD', 'PATCH', 'DELETE']

/**
 * Uploads that survive a broken connection, by the tus protocol (1.0: creation, termination). `POST <address>` with
 * `Upload-Length` and `Upload-Metadata: filename, camp` (the question) begins one, `PATCH` goes on with it, `HEAD`
 * tells how much has arrived, `DELETE` gives it up. The last byte is acknowledged when the file has been judged and
 * synced; a file that is refused is removed and the answer is 422 `{ erori: [{ camp, mesaj }] }`. Nothing is given out.
 */
export async function answerUpload(
  { request, response }: { request: IncomingMessage; response: ServerResponse },
  { quarantine, owner }: { quarantine: Quarantine; owner: UploadOwner },
): Promise<void> {
  if (!methods.includes(request.method ?? '')) return void response.writeHead(405, { allow: methods.join(', ') }).end()
  if (!isFromOwnPage(request.headers)) return refuse(response, 403, fileWords.crossSite)
  response.setHeader('cache-control', 'no-store')
  const id = request.url?.split('?')[0]?.slice(owner.address.length + 1) ?? ''
  if (request.method === 'DELETE') {
    await quarantine.remove(owner.id, id)
    return void response.writeHead(204, { 'tus-resumable': '1.0.0' }).end()
  }
  if (request.method === 'HEAD') await quarantine.settle(owner.id, owner.limitsOf)
  await tusOf(quarantine, owner, await quarantine.makeFolder(owner.id)).handle(request, response)
}

/** A server over one owner's folder: it cannot reach another's. */
function tusOf(quarantine: Quarantine, owner: UploadOwner, directory: string): Server {
  return new Server({
    path: owner.address,
    datastore: new FileStore({ directory }),
    locker,
    relativeLocation: true,
    allowedOrigins: () => false,
    namingFunction: () => randomUUID(),
    onUploadCreate: async (_, { size, metadata }) => {
      const field = metadata?.['camp'] ?? ''
      const asked = { field, name: metadata?.['filename'] ?? '', bytes: size ?? 0 }
      await forgetUnheard(quarantine, owner.id, { ...asked, madeAt: metadata?.['modificat'] ?? '' })
      const refusal = await refusalOf(quarantine, owner, asked)
      if (refusal) throw refused(owner, field, refusal)
      return {}
    },
    onUploadFinish: async (_, { id, metadata }) => {
      const outcome = await quarantine.finish(owner.id, id, owner.limitsOf)
      if (typeof outcome === 'string') throw refused(owner, metadata?.['camp'] ?? '', outcome)
      return {}
    },
    onResponseError: (_, error) => {
      if ('status_code' in error) return error
      console.error(`An upload failed: ${error.message}`)
      return { status_code: 500, body: '' }
    },
  })
}

/** One that was begun, of which the page never heard: the connection broke before the answer, and it asks again. */
async function forgetUnheard(
  quarantine: Quarantine,
  owner: string,
  asked: { field: string; name: string; bytes: number; madeAt: string },
): Promise<void> {
  for (const { id, arrived, ...begun } of await quarantine.unfinishedOf(owner))
    if (arrived === 0 && Object.entries(asked).every(([key, value]) => begun[key as keyof typeof asked] === value))
      await quarantine.remove(owner, id)
}

/** What can be known before a byte has come. */
async function refusalOf(
  quarantine: Quarantine,
  owner: UploadOwner,
  { field, name, bytes }: { field: string; name: string; bytes: number },
): Promise<FileRefusal | null> {
  const limits = owner.limitsOf(field)
  if (!limits || bytes < 1) return 'file-unknown'
  const ending = name.toLowerCase().split('.').at(-1) ?? ''
  if (!limits.kinds.flatMap(endingsOf).includes(ending)) return 'file-kind'
  if (bytes > limits.maxBytes) return 'file-too-large'
  const known = [...(await quarantine.filesOf(owner.id)), ...(await quarantine.unfinishedOf(owner.id))]
  return known.filter((each) => each.field === field).length >= limits.maxCount ? 'files-too-many' : null
}

const refused = (owner: UploadOwner, field: string, refusal: FileRefusal) => ({
  status_code: 422,
  body: JSON.stringify({ erori: [{ camp: field, mesaj: owner.sentenceOf(field, refusal) }] }),
})
