import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { AnswerFaultCode, FieldOf, FormDefinition } from '@avizier/cms/forms'
import { inspectFile } from '@avizier/cms/inspect-file'
import { Busboy, type BusboyHeaders } from '@fastify/busboy'
import { syncFolder } from './durable-files.ts'
import type { Draft, KeptFile } from './kept-file.ts'

/** A file that was not kept, and what was wrong with it: codes of the forms' own faults. */
export type FileFault = Draft['fileFaults'][number]

export type ReceivedForm = { entries: [string, string][]; files: KeptFile[]; faults: FileFault[] }

/** More than any form asks: beyond it nothing is read. */
const limits = { fields: 400, fieldSize: 200_000, parts: 450, files: 50, bodyBytes: 1024 * 1024 }

/** The body is not one that a page of ours sends. */
export class UnreadableBody extends Error {}

/** A form post of either kind, its files streamed to `folder` and never held in memory. */
export async function receiveForm(
  request: IncomingMessage,
  { definition, folder }: { definition: FormDefinition | null; folder: string },
): Promise<ReceivedForm> {
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) {
    const body = await readBody(request, limits.bodyBytes)
    return { entries: [...new URLSearchParams(body)], files: [], faults: [] }
  }
  const asked = new Map(fileFields(definition).map((field) => [field.name, field]))
  const received: ReceivedForm = { entries: [], files: [], faults: [] }
  const underway: Promise<void>[] = []
  const counts = new Map<string, number>()
  const most = Math.max(1, ...[...asked.values()].map(({ maxBytes }) => maxBytes))
  const parser = new Busboy({ headers: request.headers as BusboyHeaders, limits: { ...limits, fileSize: most + 1 } })
  parser.on('field', (name, value) => received.entries.push([name, value]))
  parser.on('file', (name, stream, fileName) => {
    const field = asked.get(name)
    const count = (counts.get(name) ?? 0) + 1
    if (!field || !fileName) return void stream.resume()
    counts.set(name, count)
    if (count > field.maxCount) {
      received.faults.push({ field: name, name: fileName, code: 'files-too-many' })
      return void stream.resume()
    }
    underway.push(
      keepFile(stream, { field, name: plainName(fileName), folder }).then((outcome) => {
        if (outcome === 'empty') return
        if (typeof outcome === 'string') received.faults.push({ field: name, name: fileName, code: outcome })
        else received.files.push(outcome)
      }),
    )
  })
  try {
    await pipeline(request, parser)
    await Promise.all(underway)
  } catch (error) {
    await Promise.allSettled(underway)
    throw new UnreadableBody('The form was cut short', { cause: error })
  }
  if (received.files.length > 0) await syncFolder(folder)
  return received
}

const fileFields = (definition: FormDefinition | null): FieldOf<'file'>[] =>
  (definition?.steps ?? []).flatMap(({ fields }) => fields).filter((field) => field.type === 'file')

type Refused = AnswerFaultCode | 'empty'
async function keepFile(
  stream: Readable,
  { field, name, folder }: { field: FieldOf<'file'>; name: string; folder: string },
): Promise<KeptFile | Refused> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const id = randomUUID()
  const place = path.join(folder, id)
  const hash = createHash('sha256')
  let bytes = 0
  await pipeline(
    stream,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        bytes += chunk.length
        hash.update(chunk)
        if (bytes <= field.maxBytes) yield chunk
      }
    },
    createWriteStream(place, { mode: 0o600, flags: 'wx' }),
  )
  const inspection =
    bytes > 0 && bytes <= field.maxBytes ? await inspectFile(place, { name, kinds: field.kinds }) : null
  if (inspection?.kind !== 'accepted') {
    await rm(place, { force: true })
    return inspection?.code ?? (bytes === 0 ? 'empty' : 'file-too-large')
  }
  const handle = await open(place, 'r+')
  await handle.sync()
  await handle.close()
  return { id, name, bytes, sha256: hash.digest('hex'), mimeType: inspection.mimeType, field: field.name }
}

const plainName = (name: string) =>
  (name.split(/[/\\]/).at(-1) ?? '').replaceAll(/\p{C}/gu, '').trim().slice(-200) || 'fisier'

/** A body as text. One that is too long is heard to its end, and not kept, so that it can be answered. */
export async function readBody(request: IncomingMessage, most: number): Promise<string> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length
    if (length <= most) parts.push(part)
  }
  if (length > most) throw new UnreadableBody('The body is too long')
  return Buffer.concat(parts).toString('utf8')
}
