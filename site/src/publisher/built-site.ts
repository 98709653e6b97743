import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { PageFiles } from './page-files.ts'

const dist = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../dist')
const bundle = path.join(dist, 'server/entry.mjs')

/** The server entry of the built site: `render` for the publisher, `handler` for what is answered on request. */
export async function importBuiltSite<Entry>(): Promise<Entry> {
  if (!existsSync(bundle)) throw new Error('The site is not built: run npm run build first')
  return (await import(pathToFileURL(bundle).href)) as Entry
}

/** Pages are written again when this changes: the built site, or the origin that stands in them. */
export async function editionOf(origin: string): Promise<string> {
  const hash = createHash('sha256').update(origin)
  for (const file of await filesUnder(dist)) hash.update(file).update(readFileSync(path.join(dist, file)))
  return hash.digest('hex')
}

/**
 * The built site's own files (stylesheet, fonts, icon) stand beside the pages, so that one folder is the whole site.
 * Those of the edition before stay until the reconciler finds that no page needs them.
 * @returns their paths, and those of their compressed twins, relative to the public folder
 */
export async function bringAssets(files: PageFiles): Promise<string[]> {
  const client = path.join(dist, 'client')
  const brought: string[] = []
  for (const asset of await filesUnder(client)) {
    const publicPath = `/${asset.split(path.sep).map(encodeURIComponent).join('/')}`
    const bytes = await readFile(path.join(client, asset))
    const [file = ''] = files.filesOf(publicPath)
    const isThere = files.has(publicPath) && bytes.equals(await readFile(file))
    if (!isThere) await files.write(publicPath, bytes)
    brought.push(...files.filesOf(publicPath).map((each) => path.relative(files.root, each)))
  }
  return brought
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort()
}
