import { setTimeout as pause } from 'node:timers/promises'
import { readSiteEnvironment } from './env.ts'
import { lockFolder } from './publisher/folder-lock.ts'
import { openPublisher, siteFolder } from './publisher/open-publisher.ts'
import { reconcile } from './publisher/reconcile.ts'

/** The publisher's process: follows the change log and keeps the public folder true, for as long as it runs. */
const environment = readSiteEnvironment()
const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort())
const say = (sentence: string) => console.log(`${new Date().toISOString()} ${sentence}`)

const release = await lockOrWait()
const { readModel, files, cms, publisher, assets, edition } = await openPublisher(environment, say)
const limit = 500
/** So many changes are taken in before pages are written, so that a long list is not written for each of its entries. */
const takenInAtOnce = 5_000
/** After so many milliseconds of writing the publisher looks whether something more urgent has changed. */
const turn = 1_000
let trouble = ''
/** A publisher that ends well says so; one that was killed may have left the folder behind its ledger. */
let wasCutShort = readModel.get('isRunning') === 'yes'
readModel.set('isRunning', 'yes')
readModel.set('origin', environment.SITE_URL)

if (readModel.get('edition') !== edition) {
  publisher.awaitEverything()
  readModel.set('edition', edition)
  if (publisher.isReady) say(`The site was built anew: ${publisher.ledger.waitingCount} pages wait`)
}

/** A read model that is empty beside written pages was thrown away: the pages stay until all of the record is heard. */
if (readModel.cursor === 0 && files.has('/')) readModel.set('isStartingOver', 'yes')

/** The newest position the record has told of, in this run. */
let head: number | null = null
/** How many changes were taken in since pages were last written. */
let taken = 0
while (!stopping.signal.aborted) {
  try {
    publisher.turnDay()
    if (!isHearing()) await write()
    if (stopping.signal.aborted) break
    await reconcileWhenDue()
    await listen()
    if (trouble) say('The record answers again')
    trouble = ''
  } catch (error) {
    if (stopping.signal.aborted) break
    const { message } = error as Error
    if (trouble !== message) say(`The site goes on as it is: ${message}`)
    await pause(trouble ? 2_000 : 300, undefined, { signal: stopping.signal }).catch(() => undefined)
    trouble = message
  }
}
readModel.set('isRunning', 'no')
readModel.db.close()
release()

/** Whether more of the log is on its way that should be taken in before anything is written. */
function isHearing(): boolean {
  const isBehind = readModel.cursor < (head ?? 0)
  if (isStartingOver()) {
    if (isBehind || head === null) return true
    readModel.set('isStartingOver', 'no')
  }
  if (isBehind && taken > 0 && taken < takenInAtOnce) return true
  taken = 0
  return false
}

async function write(): Promise<void> {
  const began = performance.now()
  await publisher.flush({
    until: () => stopping.signal.aborted || performance.now() - began > turn,
    onProgress: (done, left) => left > 500 && done % 1024 === 0 && say(`${left} pages to go`),
  })
}

async function listen(): Promise<void> {
  const waiting = new AbortController()
  const asked = setInterval(() => isReconcilingAsked() && waiting.abort(), 500)
  try {
    const page = await cms.changes({
      after: readModel.cursor,
      limit,
      wait: publisher.isReady && publisher.ledger.waitingCount > 0 ? 0 : 20,
      signal: AbortSignal.any([stopping.signal, waiting.signal]),
    })
    if (page.head < readModel.cursor) {
      say('The record has fewer changes than were followed, so it is another one: it is heard from the beginning')
      readModel.set('isStartingOver', 'yes')
      publisher.startOver()
    } else if (page.changes.length > 0) await publisher.accept(page.changes)
    taken += page.changes.length
    head = page.head
    readModel.set('head', String(head))
    readModel.set('heardAt', new Date().toISOString())
  } catch (error) {
    if (!waiting.signal.aborted) throw error
  } finally {
    clearInterval(asked)
  }
}

function isStartingOver(): boolean {
  return readModel.get('isStartingOver') === 'yes'
}

function isReconcilingAsked(): boolean {
  return (readModel.get('reconcilingAskedAt') ?? '') > (readModel.get('reconcilingAnswered') ?? '')
}

/** By night, after a run that was cut short and when asked, the whole folder is compared with the read model. */
async function reconcileWhenDue(): Promise<void> {
  const today = readModel.get('day') ?? ''
  const asked = readModel.get('reconcilingAskedAt') ?? ''
  const isDue = isReconcilingAsked() || wasCutShort || readModel.get('reconciledOn') !== today
  if (!isDue || isStartingOver() || publisher.ledger.waitingCount > 0 || !publisher.isReady) return
  const result = await reconcile({ readModel, files, publisher, assets })
  if (result.repaired + result.orphaned > 0) {
    say(
      `Reconciled ${result.checked} pages: ${result.missing} missing, ${result.altered} altered, ${result.orphaned} orphaned, ${result.repaired} written`,
    )
  }
  wasCutShort = false
  readModel.set('reconciledOn', today)
  readModel.set('reconciliation', JSON.stringify(result))
  readModel.set('reconcilingAnswered', asked)
}

/** Another publisher may be at its end, or left behind by a start that was killed. */
async function lockOrWait(): Promise<() => void> {
  for (let isSaid = false; ; isSaid = true) {
    const release = lockFolder(siteFolder(environment))
    if (release) return release
    if (!isSaid) say('Another publisher works on this folder: waiting for its end')
    await pause(500, undefined, { signal: stopping.signal }).catch(() => process.exit(0))
  }
}
