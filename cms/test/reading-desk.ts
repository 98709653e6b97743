import { townStore } from '../src/files/town-store.ts'
import type { ReadingPage } from '../src/readings/contract.ts'
import { type ReadFiles, readOneTurn } from '../src/readings/read-files.job.ts'
import { chooseEngine, type Engine } from '../src/readings/recognition-engine.ts'
import { readingPages } from '../src/readings/served-reading.ts'
import type { TestRecord } from './record.ts'

/** Uploads files to a record under test and reads them, in this process, when the test says so. */
export async function openReadingDesk(record: TestRecord) {
  const engine = await chooseEngine()
  const { signal } = new AbortController()
  const turn = (given: Partial<ReadFiles> = {}, by: Engine = engine) =>
    readOneTurn({ pool: record.pool, store: townStore(), signal, say: () => undefined, ...given }, by)
  return {
    engine,
    turn,
    readAll: async (given: Partial<ReadFiles> = {}, by: Engine = engine) => {
      while (await turn(given, by));
    },
    upload: async (name: string, data: Buffer, mimetype = 'application/pdf') => {
      const file = await record.payload.create({
        collection: 'files',
        data: {} as never,
        file: { name, data, mimetype, size: data.length },
      })
      return { id: Number(file.id), sha256: String(file['sha256']), name: String(file['filename']) }
    },
    pagesOf: async (sha256: string) => {
      const pages: ReadingPage[] = []
      for await (const page of readingPages(record.pool, sha256)) pages.push(page)
      return pages
    },
  }
}
export type ReadingDesk = Awaited<ReturnType<typeof openReadingDesk>>
