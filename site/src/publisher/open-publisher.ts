import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { cp, readdir } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { CmsClient } from '../cms-client.ts'
import type { SiteEnvironment } from '../env.ts'
import { ReadModel } from '../read-model/read-model.ts'
import { todayInBucharest } from '../read-model/today.ts'
import { PageFiles } from './page-files.ts'
import { Publisher, type Render } from './publisher.ts'

const bundle = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../dist/server/entry.mjs')

/** Everything a publisher works with, from the settings. */
export async function openPublisher(environment: SiteEnvironment) {
  if (!existsSync(bundle)) throw new Error('The site is not built: run npm run build first')
  const { render } = (await import(pathToFileURL(bundle).href)) as { render: Render }
  const folder = path.join(environment.DATA_DIR, 'site')
  const readModel = new ReadModel(path.join(folder, 'read-model.sqlite'))
  const files = new PageFiles(path.join(folder, 'public'))
  const cms = new CmsClient({ url: environment.CMS_URL, token: environment.CHANGES_TOKEN })
  const publisher = new Publisher({
    readModel,
    files,
    render,
    fetchFile: (sha256) => cms.file(sha256),
    origin: environment.SITE_URL,
    today: todayInBucharest,
  })
  return {
    readModel,
    files,
    cms,
    publisher,
    assets: await bringAssets(files.root),
    edition: editionOf(environment.SITE_URL),
  }
}

/** The built site's own files (stylesheet, fonts, icon) stand beside the pages, so that one folder is the whole site. */
async function bringAssets(root: string): Promise<string[]> {
  const client = path.resolve(path.dirname(bundle), '../client')
  await cp(client, root, { recursive: true })
  const entries = await readdir(client, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(client, path.join(entry.parentPath, entry.name)))
}

/** Pages are written again when this changes: the built site, or the origin that stands in them. */
function editionOf(origin: string): string {
  return createHash('sha256').update(readFileSync(bundle)).update(origin).digest('hex')
}
