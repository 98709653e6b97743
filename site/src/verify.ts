import { readSiteEnvironment } from './env.ts'
import { openPublisher } from './publisher/open-publisher.ts'
import { reconcile } from './publisher/reconcile.ts'

/** `npm run site:verify`: compares the public folder with the read model and repairs it. Exit 1 when anything was wrong. */
const { readModel, files, publisher, assets } = await openPublisher(readSiteEnvironment())
const result = await reconcile({
  readModel,
  files,
  publisher,
  assets,
  onProgress: (checked) => process.stderr.write(`\r${checked} pages checked`),
})
process.stderr.write('\n')
console.log(
  `${result.checked} pages checked: ${result.missing} missing, ${result.altered} altered, ${result.orphaned} orphaned files; ${result.repaired} pages written`,
)
readModel.db.close()
process.exit(result.missing + result.altered + result.orphaned > 0 ? 1 : 0)
