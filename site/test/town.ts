import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Change } from '@avizier/cms/changes'
import type { Reading } from '@avizier/cms/readings'
import { PageFiles } from '../src/publisher/page-files.ts'
import { Publisher, type Render } from '../src/publisher/publisher.ts'
import { ReadModel } from '../src/read-model/read-model.ts'

const bundle = path.resolve(import.meta.dirname, '../dist/server/entry.mjs')
export const emptyFolder = () => mkdtempSync(path.join(os.tmpdir(), 'avizier-site-'))

/** A publisher with the real bundle over a folder of its own. */
export async function openTown({ folder = emptyFolder(), today = '2025-04-10', isCompressed = true } = {}) {
  const { render } = (await import(pathToFileURL(bundle).href)) as { render: Render }
  const readModel = new ReadModel(path.join(folder, 'site', 'read-model.sqlite'))
  const files = new PageFiles(path.join(folder, 'site', 'public'), { isCompressed })
  let day = today
  const contents = new Map<string, string>()
  const troubles: string[] = []
  const readings = new Map<string, Reading>()
  const town = { render }
  const publisher = new Publisher({
    readModel,
    files,
    render: (request, options) => town.render(request, options),
    fetchFile: async (sha256) => {
      const content = contents.get(sha256)
      return content === undefined ? null : Buffer.from(content)
    },
    fetchReading: async (sha256) => readings.get(sha256) ?? null,
    onTrouble: (sentence) => troubles.push(sentence),
    origin: 'https://proba.example',
    today: () => day,
  })
  publisher.turnDay()
  return {
    folder,
    readModel,
    files,
    publisher,
    /** What could not be written, in the publisher's words. */
    troubles,
    /** What the record answers when it is asked for a file. */
    holdFile: (content: string) => contents.set(createHash('sha256').update(content).digest('hex'), content),
    /** What the record answers when it is asked for a file's text. */
    holdReading: (reading: Reading) => readings.set(reading.sha256, reading),
    /** Renders with something else than the built site, such as one that fails. */
    renderWith: (other: (original: Render) => Render) => {
      town.render = other(render)
    },
    setDay: (next: string) => {
      day = next
    },
    /** Takes changes in and writes what they ask for; answers how many files were touched. */
    take: async (changes: readonly Change[]) => {
      await publisher.accept(changes)
      return publisher.flush()
    },
    page: (publicPath: string) => {
      const file = path.join(files.root, publicPath.endsWith('/') ? `${publicPath}index.html` : publicPath)
      return existsSync(file) ? readFileSync(file, 'utf8') : null
    },
    bytes: () => bytesUnder(files.root),
  }
}

/** Every file under a folder with its fingerprint, in one order. */
export function bytesUnder(root: string): Record<string, string> {
  if (!existsSync(root)) return {}
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const names = files.map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))).sort()
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(path.join(root, name)))
        .digest('hex'),
    ]),
  )
}
