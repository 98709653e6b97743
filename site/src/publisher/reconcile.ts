import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rm, rmdir, unlink } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip } from 'node:zlib'
import { standingPaths } from '../read-model/page-paths.ts'
import type { ReadModel } from '../read-model/read-model.ts'
import type { PageFiles } from './page-files.ts'
import { hashOf, type Publisher } from './publisher.ts'

const unbrotli = promisify(brotliDecompress)
const unzip = promisify(gunzip)

export type Reconciliation = { checked: number; missing: number; altered: number; orphaned: number; repaired: number }

/** How many pages are compared at a time. */
const abreast = 16

/**
 * Proves that the public folder is what the read model says, and mends what is not: pages that are missing, altered by
 * another hand or beside a stale twin are written again; published files that are missing or altered are brought again;
 * files that belong to nothing are removed.
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
  const known = new Set(assets.map((asset) => path.join(files.root, asset)))
  const wrong: string[] = []

  for (const publicPath of expectedPaths(readModel)) if (ledger.hashOf(publicPath) === null) wrong.push(publicPath)
  result.missing += wrong.length

  for (const some of inGroups(ledger.pages(), abreast)) {
    const verdicts = await Promise.all(some.map((page) => judge(files.filesOf(page.path), page.hash)))
    for (const [index, { path: publicPath }] of some.entries()) {
      for (const file of files.filesOf(publicPath)) known.add(file)
      const verdict = verdicts[index]
      result.checked += 1
      if (result.checked % 1000 === 0) onProgress?.(result.checked)
      if (verdict === 'whole' || verdict === undefined) continue
      result[verdict] += 1
      ledger.forget(publicPath)
      wrong.push(publicPath)
    }
  }
  for (const publicPath of readModel.filePaths()) {
    const [file = ''] = files.filesOf(publicPath)
    known.add(file)
    result.checked += 1
    if (existsSync(file) && (await isWholeFile(file, publicPath))) continue
    result[existsSync(file) ? 'altered' : 'missing'] += 1
    await rm(file, { force: true })
    wrong.push(publicPath)
  }
  result.orphaned = await removeUnknown(files.root, known)
  readModel.transaction(() => {
    for (const publicPath of wrong) ledger.awaitPath(publicPath)
    ledger.retry()
  })
  result.repaired = await publisher.flush()
  return result
}

/** Standing pages, pages of lists and of records. The pages of lists may be none: they are known when they were written. */
function* expectedPaths(readModel: ReadModel): Generator<string> {
  yield* standingPaths
  yield* readModel.memberPaths()
  yield* readModel.paths()
}

async function judge(paths: string[], hash: string): Promise<'whole' | 'missing' | 'altered'> {
  const contents = await Promise.all(paths.map((file) => readFile(file).catch(() => null)))
  const [plain, br, gz] = contents
  if (!plain || contents.includes(null)) return 'missing'
  if (hashOf(plain) !== hash) return 'altered'
  try {
    if (br && !(await unbrotli(br)).equals(plain)) return 'altered'
    return gz && !(await unzip(gz)).equals(plain) ? 'altered' : 'whole'
  } catch {
    return 'altered'
  }
}

/** A published file carries the beginning of its SHA-256 in its address. */
async function isWholeFile(file: string, publicPath: string): Promise<boolean> {
  const digest = createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
  return digest.startsWith(publicPath.split('/')[2] ?? '-')
}

/** Removes files that belong to nothing, and folders they leave empty; answers how many files. */
async function removeUnknown(folder: string, known: ReadonlySet<string>): Promise<number> {
  let removed = 0
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const each = path.join(folder, entry.name)
    if (entry.isDirectory()) {
      removed += await removeUnknown(each, known)
      await rmdir(each).catch(() => undefined) // not empty
    } else if (!known.has(each)) {
      await unlink(each)
      removed += 1
    }
  }
  return removed
}

function* inGroups<Item>(items: Iterable<Item>, size: number): Generator<Item[]> {
  let group: Item[] = []
  for (const item of items) {
    if (group.push(item) < size) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}
