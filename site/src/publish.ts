import { setTimeout as pause } from 'node:timers/promises'
import { readSiteEnvironment } from './env.ts'
import { openPublisher } from './publisher/open-publisher.ts'
import { reconcile } from './publisher/reconcile.ts'

/** The publisher's process: follows the change log and keeps the public folder true, for as long as it runs. */
const environment = readSiteEnvironment()
const { readModel, files, cms, publisher, assets, edition } = await openPublisher(environment)
const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort())

const say = (sentence: string) => console.log(`${new Date().toISOString()} ${sentence}`)
const limit = 500
let unreachable = 0
/** A publisher that ends well says so; one that was killed may have left a file half written. */
let wasCutShort = readModel.get('isRunning') === 'yes'
readModel.set('isRunning', 'yes')

if (readModel.get('edition') !== edition) {
  publisher.awaitEverything()
  readModel.set('edition', edition)
  if (publisher.isReady) say(`The site was built anew: ${publisher.ledger.waitingCount} pages wait`)
}

while (!stopping.signal.aborted) {
  publisher.turnDay()
  await publisher.flush({
    until: () => stopping.signal.aborted,
    onProgress: (done, left) => left > 500 && say(`${done} pages done, ${left} to go`),
  })
  if (stopping.signal.aborted) break
  await reconcileWhenDue()
  try {
    const isBehind = publisher.ledger.waitingCount > 0
    const page = await cms.changes({ after: readModel.cursor, limit, wait: isBehind ? 0 : 20, signal: stopping.signal })
    if (unreachable > 0) say('The record answers again')
    unreachable = 0
    if (page.changes.length > 0) await publisher.accept(page.changes)
    readModel.set('head', String(page.head))
    readModel.set('heardAt', new Date().toISOString())
  } catch (error) {
    if (stopping.signal.aborted) break
    if (unreachable === 0) say(`The record does not answer, the site goes on as it is: ${(error as Error).message}`)
    unreachable += 1
    await pause(Math.min(5_000, 200 * 2 ** Math.min(unreachable, 5)), undefined, { signal: stopping.signal }).catch(
      () => undefined,
    )
  }
}
readModel.set('isRunning', 'no')
readModel.db.close()

/** By night, and after a run that was cut short, the whole folder is compared with the read model. */
async function reconcileWhenDue(): Promise<void> {
  const today = readModel.get('day') ?? ''
  if (!publisher.isReady || (readModel.get('reconciledOn') === today && !wasCutShort)) return
  if (readModel.get('reconciledOn') !== null || wasCutShort) {
    const result = await reconcile({ readModel, files, publisher, assets })
    if (result.repaired + result.orphaned > 0) {
      say(
        `Reconciled ${result.checked} pages: ${result.missing} missing, ${result.altered} altered, ${result.orphaned} orphaned, ${result.repaired} written`,
      )
    }
  }
  wasCutShort = false
  readModel.set('reconciledOn', today)
}
