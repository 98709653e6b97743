import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { readVerifyEnvironment } from './env.ts'
import { lockFolder } from './publisher/folder-lock.ts'
import { openPublisher, siteFolder } from './publisher/open-publisher.ts'
import { type Reconciliation, reconcile } from './publisher/reconcile.ts'
import { ReadModel } from './read-model/read-model.ts'

/**
 * `npm run site:verify`: compares the public folder with the read model and repairs it. While a publisher runs, it is
 * the one that does so. Exit 1 when anything was wrong.
 */
const environment = readVerifyEnvironment()
const release = lockFolder(siteFolder(environment))
const result = release ? await reconcileHere() : await askThePublisher()
release?.()
console.log(
  `${result.checked} pages checked: ${result.missing} missing, ${result.altered} altered, ${result.orphaned} orphaned files; ${result.repaired} pages written`,
)
process.exit(result.missing + result.altered + result.orphaned > 0 ? 1 : 0)

async function reconcileHere(): Promise<Reconciliation> {
  const before = openReadModel()
  const origin = before.get('origin') ?? environment.SITE_URL
  before.db.close()
  const { readModel, files, publisher, assets } = await openPublisher({ ...environment, SITE_URL: origin }, console.log)
  try {
    return await reconcile({
      readModel,
      files,
      publisher,
      assets,
      onProgress: (checked) => process.stderr.write(`${checked} pages checked\n`),
    })
  } finally {
    readModel.db.close()
  }
}

async function askThePublisher(): Promise<Reconciliation> {
  const readModel = openReadModel()
  const asked = new Date().toISOString()
  readModel.set('reconcilingAskedAt', asked)
  for (let waited = 0; (readModel.get('reconcilingAnswered') ?? '') < asked; waited += 1) {
    if (waited % 40 === 0) process.stderr.write('The publisher compares the folder…\n')
    await pause(250)
  }
  return JSON.parse(readModel.get('reconciliation') ?? '') as Reconciliation
}

function openReadModel(): ReadModel {
  return new ReadModel(path.join(siteFolder(environment), 'read-model.sqlite'))
}
