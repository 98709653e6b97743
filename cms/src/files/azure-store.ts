import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { BlobServiceClient, type ContainerClient, RestError } from '@azure/storage-blob'
import type { FileStore } from './file-store.ts'

const partBytes = 8 * 1024 * 1024
const retriesOfDownload = 5
/** A citizen waits meanwhile; what fails is put again by whoever sent it. */
const retryOptions = { maxTries: 3, retryDelayInMs: 300, maxRetryDelayInMs: 2_000, tryTimeoutInMs: 120_000 }

/** Keeps files in a private container of Azure Blob Storage. Nobody is ever given an address in it: we stream. */
export function azureStore({ connection, container }: { connection: string; container: string }): FileStore {
  const client = BlobServiceClient.fromConnectionString(connection, { retryOptions }).getContainerClient(container)
  let isThere: Promise<unknown> | null = null
  const ready = async (): Promise<ContainerClient> => {
    // Without a word of access it is private.
    isThere ??= client.createIfNotExists().catch((error: unknown) => {
      isThere = null
      throw error
    })
    await isThere
    return client
  }
  const blob = async (key: string) => (await ready()).getBlockBlobClient(key)

  const read: FileStore['read'] = (key, range) =>
    Readable.from(
      (async function* () {
        const { readableStreamBody } = await (await blob(key)).download(
          range?.from ?? 0,
          range ? range.to - range.from + 1 : undefined,
          { maxRetryRequests: retriesOfDownload },
        )
        if (readableStreamBody) yield* readableStreamBody as AsyncIterable<Buffer>
      })(),
      { objectMode: false },
    )

  return {
    async put(key, file) {
      try {
        await (await blob(key)).uploadFile(file, {
          blockSize: partBytes,
          concurrency: 4,
          conditions: { ifNoneMatch: '*' },
          blobHTTPHeaders: { blobContentType: 'application/octet-stream' },
        })
        return 'kept'
      } catch (error) {
        if (codeOf(error) === 'BlobAlreadyExists') return 'there-already'
        throw error
      }
    },
    size: async (key) =>
      (await blob(key)).getProperties().then(
        ({ contentLength }) => contentLength ?? 0,
        (error: unknown) => {
          if (isMissing(error)) return null
          throw error
        },
      ),
    read,
    async asFile(key, work) {
      const folder = await mkdtemp(path.join(tmpdir(), 'avizier-blob-'))
      try {
        const file = path.join(folder, randomUUID())
        const isThere = await pipeline(read(key), createWriteStream(file, { mode: 0o600 })).then(
          () => true,
          (error: unknown) => {
            if (isMissing(error)) return false
            throw error
          },
        )
        return isThere ? await work(file) : null
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
    delete: async (key) => void (await (await blob(key)).deleteIfExists()),
  }
}

const codeOf = (error: unknown) => (error instanceof RestError ? error.code : undefined)
const isMissing = (error: unknown) => error instanceof RestError && error.statusCode === 404
