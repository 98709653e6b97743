import path from 'node:path'
import { CmsClient } from '../cms-client.ts'
import { readMapTiles, type SiteEnvironment } from '../env.ts'
import { ReadModel } from '../read-model/read-model.ts'
import { todayInBucharest } from '../read-model/today.ts'
import { bringAssets, editionOf, importBuiltSite } from './built-site.ts'
import { PageFiles } from './page-files.ts'
import { Publisher, type Render } from './publisher.ts'

/** The folder of everything the site keeps: the read model, and the public folder made of it. */
export const siteFolder = (environment: Pick<SiteEnvironment, 'DATA_DIR'>) => path.join(environment.DATA_DIR, 'site')

/** Everything a publisher works with, from the settings. Call while holding the folder's lock. */
export async function openPublisher(
  environment: Pick<SiteEnvironment, 'DATA_DIR' | 'CMS_URL' | 'SITE_URL' | 'CHANGES_TOKEN'>,
  onTrouble: (sentence: string) => void,
) {
  const { render } = await importBuiltSite<{ render: Render }>()
  const folder = siteFolder(environment)
  const readModel = new ReadModel(path.join(folder, 'read-model.sqlite'))
  const files = new PageFiles(path.join(folder, 'public'))
  files.clearUnfinished()
  const cms = new CmsClient({ url: environment.CMS_URL, token: environment.CHANGES_TOKEN })
  const publisher = new Publisher({
    readModel,
    files,
    render,
    fetchFile: (sha256) => cms.file(sha256),
    fetchReading: (sha256) => cms.reading(sha256),
    onTrouble,
    origin: environment.SITE_URL,
    today: todayInBucharest,
  })
  publisher.ledger.retry()
  return {
    readModel,
    files,
    cms,
    publisher,
    assets: await bringAssets(files),
    // The map's file names where its pictures come from.
    edition: await editionOf(`${environment.SITE_URL} ${readMapTiles()?.url ?? ''}`),
  }
}
