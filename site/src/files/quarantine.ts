import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { KindOfFile } from '@avizier/cms/file-kinds'
import type { FileFault } from '@avizier/cms/files'
import { z } from 'zod'
import { namesIn, readKept, syncFolder, writeDurably } from '../spool/durable-files.ts'
import { judgeFile, plainName } from './judge-file.ts'

/** A file that was received whole and judged: what it is called, and what it was found to be. */
export const ReceivedFile = z.object({
  id: z.string(),
  name: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  mimeType: z.string(),
  /** The question, or the part of a report, that it answers. */
  field: z.string(),
})
export type ReceivedFile = z.infer<typeof ReceivedFile>

/** What one question takes. */
export type UploadLimits = { kinds: readonly KindOfFile[]; maxBytes: number; maxCount: number }

/** Why a file is not kept; the codes are those of the forms' own faults. */
export type FileRefusal = FileFault | 'files-too-many' | 'file-unknown'

/** A file on its way: so much of it has arrived. */
export type UnfinishedFile = { id: string; field: string; name: string; bytes: number; arrived: number; madeAt: string }

/** What the tus store writes beside the bytes of an upload. */
const Begun = z.object({
  size: z.number(),
  metadata: z.object({ filename: z.string(), camp: z.string(), modificat: z.string().optional() }),
})

/**
 * Where files wait until what they belong to is filed: a folder for each owner (the id of a form token), in it the
 * bytes under a name of ours, `<id>.json` of an upload under way, and `<id>.kept` once it is whole, judged and synced.
 * Nothing is a file of its owner before that, whatever is killed when.
 */
export class Quarantine {
  readonly #folder: string
  readonly #judging = new Map<string, Promise<ReceivedFile | FileRefusal>>()

  constructor(folder: string) {
    this.#folder = folder
  }

  folderOf = (owner: string): string => path.join(this.#folder, owner)
  #place = (owner: string, id: string) => path.join(this.#folder, owner, id)

  async makeFolder(owner: string): Promise<string> {
    await mkdir(this.folderOf(owner), { recursive: true, mode: 0o700 })
    return this.folderOf(owner)
  }

  /** Streams a file to the disk and judges it. It becomes its owner's only by `register`. */
  async receive(
    stream: Readable,
    { owner, field, name, limits }: { owner: string; field: string; name: string; limits: UploadLimits },
  ): Promise<ReceivedFile | FileRefusal | 'empty'> {
    await this.makeFolder(owner)
    const id = randomUUID()
    let length = 0
    await pipeline(
      stream,
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          length += chunk.length
          if (length <= limits.maxBytes) yield chunk
        }
      },
      createWriteStream(this.#place(owner, id), { mode: 0o600, flags: 'wx' }),
    )
    const refusal = length === 0 ? 'empty' : length > limits.maxBytes ? 'file-too-large' : null
    const outcome = refusal ?? (await judgeFile(this.#place(owner, id), { id, name, field, limits }))
    if (typeof outcome === 'string') await rm(this.#place(owner, id), { force: true })
    return outcome
  }

  /** Makes files that were received the owner's, durably. */
  async register(owner: string, files: readonly ReceivedFile[]): Promise<void> {
    for (const file of files) await writeDurably(`${this.#place(owner, file.id)}.kept`, JSON.stringify(file))
  }

  /** An upload that has arrived to its last byte: judged once, kept or removed. */
  finish(
    owner: string,
    id: string,
    limitsOf: (field: string) => UploadLimits | null,
  ): Promise<ReceivedFile | FileRefusal> {
    const underway = this.#judging.get(id)
    if (underway) return underway
    const outcome = this.#finish(owner, id, limitsOf).finally(() => this.#judging.delete(id))
    this.#judging.set(id, outcome)
    return outcome
  }

  async #finish(
    owner: string,
    id: string,
    limitsOf: (field: string) => UploadLimits | null,
  ): Promise<ReceivedFile | FileRefusal> {
    const kept = ReceivedFile.safeParse(await readKept(`${this.#place(owner, id)}.kept`))
    if (kept.success) return kept.data
    const begun = await this.#begun(owner, id)
    if (!begun.success) return 'file-unknown'
    const { filename, camp } = begun.data.metadata
    const limits = limitsOf(camp)
    const outcome = limits
      ? await judgeFile(this.#place(owner, id), { id, name: plainName(filename), field: camp, limits })
      : 'file-unknown'
    if (typeof outcome === 'string') await this.remove(owner, id)
    else await this.register(owner, [outcome])
    return outcome
  }

  /** Judges what arrived whole while the site was ending. */
  async settle(owner: string, limitsOf: (field: string) => UploadLimits | null): Promise<void> {
    for (const { id, bytes, arrived } of await this.unfinishedOf(owner))
      if (arrived === bytes) await this.finish(owner, id, limitsOf)
  }

  /** The files of an owner, in the order in which they were kept; one that came twice is one. */
  async filesOf(owner: string): Promise<ReceivedFile[]> {
    const kept = (await namesIn(this.folderOf(owner))).filter((name) => name.endsWith('.kept'))
    const files = await Promise.all(
      kept.map(async (name) => {
        const place = this.#place(owner, name)
        const file = ReceivedFile.safeParse(await readKept(place))
        return file.success ? [{ file: file.data, at: (await stat(place)).mtimeMs }] : []
      }),
    )
    const inOrder = files.flat().sort((a, b) => a.at - b.at)
    const isSame = (a: ReceivedFile, b: ReceivedFile) =>
      a.sha256 === b.sha256 && a.name === b.name && a.field === b.field
    return inOrder.map(({ file }) => file).filter((file, at, all) => all.findIndex((each) => isSame(each, file)) === at)
  }

  /** What has begun to arrive and is not whole, or was not judged because the site ended in between. */
  async unfinishedOf(owner: string): Promise<UnfinishedFile[]> {
    const names = await namesIn(this.folderOf(owner))
    const begun = names.filter((name) => name.endsWith('.json') && !names.includes(name.replace('.json', '.kept')))
    const files = await Promise.all(
      begun.map(async (name) => {
        const id = name.slice(0, -'.json'.length)
        const upload = await this.#begun(owner, id)
        const there = await stat(this.#place(owner, id)).catch(() => null)
        if (!upload.success || !there) return []
        const { filename, camp, modificat = '' } = upload.data.metadata
        return [
          {
            id,
            field: camp,
            name: plainName(filename),
            bytes: upload.data.size,
            arrived: there.size,
            madeAt: modificat,
          },
        ]
      }),
    )
    return files.flat()
  }

  /** What an upload said when it began; the store may have been killed while it wrote that. */
  async #begun(owner: string, id: string) {
    return Begun.safeParse(await readKept(`${this.#place(owner, id)}.json`).catch(() => null))
  }

  async remove(owner: string, id: string): Promise<void> {
    if (!/^[\w-]+$/.test(id)) return
    for (const ending of ['.kept', '.json', '']) await rm(this.#place(owner, id) + ending, { force: true })
  }

  /** Files that came before it was known whose they are. */
  async adopt(from: string, to: string): Promise<void> {
    await this.makeFolder(to)
    for (const name of await readdir(this.folderOf(from)).catch(() => []))
      await rename(this.#place(from, name), this.#place(to, name))
    await rm(this.folderOf(from), { recursive: true, force: true })
    await syncFolder(this.folderOf(to))
  }

  async removeAll(owner: string): Promise<void> {
    await rm(this.folderOf(owner), { recursive: true, force: true })
  }
}
