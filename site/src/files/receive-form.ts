import type { IncomingMessage } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyHeaders } from '@fastify/busboy'
import { plainName } from './judge-file.ts'
import type { FileRefusal, Quarantine, ReceivedFile, UploadLimits } from './quarantine.ts'

/** A file that was not kept, and what was wrong with it. */
export type FileFault = { field: string; name: string; code: FileRefusal }

export type ReceivedForm = { entries: [string, string][]; files: ReceivedFile[]; faults: FileFault[] }

/** More than any form asks: beyond it nothing is read. */
const limits = { fields: 400, fieldSize: 200_000, parts: 450, files: 50, bodyBytes: 1024 * 1024 }

/** The body is not one that a page of ours sends. */
export class UnreadableBody extends Error {}

/**
 * A form post of either kind, its files streamed to the quarantine of `owner` and never held in memory. They become
 * the owner's when the whole post has come; `asked` names what takes files, and how many of what.
 */
export async function receiveForm(
  request: IncomingMessage,
  { asked, quarantine, owner }: { asked: ReadonlyMap<string, UploadLimits>; quarantine: Quarantine; owner: string },
): Promise<ReceivedForm> {
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) {
    const body = await readBody(request, limits.bodyBytes)
    return { entries: [...new URLSearchParams(body)], files: [], faults: [] }
  }
  const received: ReceivedForm = { entries: [], files: [], faults: [] }
  const underway: Promise<void>[] = []
  const counts = new Map<string, number>()
  const most = Math.max(1, ...[...asked.values()].map(({ maxBytes }) => maxBytes))
  const parser = new Busboy({ headers: request.headers as BusboyHeaders, limits: { ...limits, fileSize: most + 1 } })
  parser.on('field', (name, value) => received.entries.push([name, value]))
  parser.on('file', (field, stream, fileName) => {
    const taken = asked.get(field)
    if (!taken || !fileName) return void stream.resume()
    const count = (counts.get(field) ?? 0) + 1
    counts.set(field, count)
    if (count > taken.maxCount) {
      received.faults.push({ field, name: fileName, code: 'files-too-many' })
      return void stream.resume()
    }
    underway.push(
      quarantine.receive(stream, { owner, field, name: plainName(fileName), limits: taken }).then((outcome) => {
        if (outcome === 'empty') return
        if (typeof outcome === 'string') received.faults.push({ field, name: fileName, code: outcome })
        else received.files.push(outcome)
      }),
    )
  })
  try {
    await pipeline(request, parser)
    await Promise.all(underway)
  } catch (error) {
    await Promise.allSettled(underway)
    for (const { id } of received.files) await quarantine.remove(owner, id)
    throw new UnreadableBody('The form was cut short', { cause: error })
  }
  await quarantine.register(owner, received.files)
  return received
}

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
