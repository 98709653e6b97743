import { existsSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip } from 'node:zlib'
import type { PublicRecord } from '@avizier/cms/changes'
import { filePath } from '../paths.ts'
import { standingPaths } from '../read-model/page-paths.ts'
import type { ReadModel } from '../read-model/read-model.ts'
import { fileOf, isUnfinished, type PageFiles } from './page-files.ts'
import { filesOf, hashOf, type Publisher } from './publisher.ts'

const unbrotli = promisify(brotliDecompress)
const unzip = promisify(gunzip)

export type Reconciliation = { checked: number; missing: number; altered: number; orphaned: number; repaired: number }

/**
 * Proves that the public folder is what the read model says, and mends what is not: pages that are missing, altered by
 * another hand or beside a stale twin are written again; files that belong to nothing are removed.
 */
export async function reconcile({
  readModel,
  files,
  publisher,
  assets,
  onProgress,
}: {
  readModel: ReadModel
  files: PageFiles
  publisher: Publisher
  /** Files of the built site that stand in the public folder too, relative to it. */
  assets: readonly string[]
  onProgress?: (checked: number) => void
}): Promise<Reconciliation> {
  const result: Reconciliation = { checked: 0, missing: 0, altered: 0, orphaned: 0, repaired: 0 }
  const { ledger } = publisher
  const known = new Set<string>()
  const expected = function* () {
    yield* standingPaths
    yield* readModel.memberPaths()
    yield* readModel.paths()
  }
  const waiting: string[] = []
  for (const publicPath of expected()) if (ledger.hashOf(publicPath) === null) waiting.push(publicPath)

  for (const { path: publicPath, hash } of ledger.pages()) {
    const file = path.join(files.root, fileOf(publicPath))
    for (const each of [file, `${file}.br`, `${file}.gz`]) known.add(each)
    const verdict = await judge(file, hash)
    result.checked += 1
    if (verdict === 'missing') result.missing += 1
    if (verdict === 'altered') result.altered += 1
    if (verdict !== 'whole') {
      waiting.push(publicPath)
      ledger.forget(publicPath)
    }
    if (result.checked % 1000 === 0) onProgress?.(result.checked)
  }
  for (const asset of assets) known.add(path.join(files.root, asset))
  for (const record of recordsOf(readModel))
    for (const file of filesOf(record)) known.add(path.join(files.root, decodeURI(filePath(file))))

  for await (const file of filesUnder(files.root)) {
    if (known.has(file)) continue
    result.orphaned += 1
    await rm(file, { force: true })
    if (!isUnfinished(file)) onProgress?.(result.checked)
  }
  readModel.transaction(() => {
    for (const publicPath of waiting) ledger.awaitPath(publicPath)
  })
  result.repaired = await publisher.flush()
  return result
}

async function judge(file: string, hash: string): Promise<'whole' | 'missing' | 'altered'> {
  if (![file, `${file}.br`, `${file}.gz`].every((each) => existsSync(each))) return 'missing'
  const [plain, br, gz] = await Promise.all([readFile(file), readFile(`${file}.br`), readFile(`${file}.gz`)])
  try {
    const twins = await Promise.all([unbrotli(br), unzip(gz)])
    return hashOf(plain) === hash && twins.every((twin) => twin.equals(plain)) ? 'whole' : 'altered'
  } catch {
    return 'altered'
  }
}

function* recordsOf(readModel: ReadModel): Generator<PublicRecord> {
  for (const row of readModel.db.prepare('select record from records').iterate())
    yield JSON.parse(String(row['record'])) as PublicRecord
}

async function* filesUnder(folder: string): AsyncGenerator<string> {
  if (!existsSync(folder)) return
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const each = path.join(folder, entry.name)
    if (entry.isDirectory()) yield* filesUnder(each)
    else yield each
  }
}
