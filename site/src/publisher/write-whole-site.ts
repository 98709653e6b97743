import { copyFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { ReadModel } from '../read-model/read-model.ts'
import { todayInBucharest } from '../read-model/today.ts'
import { bringAssets, importBuiltSite } from './built-site.ts'
import { PageFiles } from './page-files.ts'
import { Publisher, type Render } from './publisher.ts'

/**
 * Writes every page of a read model, which nobody has open, into an empty folder. Published files stay where they are.
 * @returns how many pages
 */
export async function writeWholeSite({
  readModel: source,
  output,
  origin,
  isCompressed = false,
}: {
  readModel: string
  output: string
  origin: string
  isCompressed?: boolean
}): Promise<number> {
  mkdirSync(output, { recursive: true })
  const copy = path.join(output, 'read-model.sqlite')
  copyFileSync(source, copy)
  const readModel = new ReadModel(copy)
  readModel.db.exec('delete from dependencies; delete from pages; delete from pending; delete from files')
  const files = new PageFiles(path.join(output, 'public'), { isCompressed })
  const { render } = await importBuiltSite<{ render: Render }>()
  const publisher = new Publisher({
    readModel,
    files,
    render,
    fetchFile: async () => null,
    fetchReading: async () => null,
    origin,
    today: todayInBucharest,
  })
  await bringAssets(files)
  publisher.awaitEverything()
  const pages = await publisher.flush()
  readModel.db.close()
  return pages
}
