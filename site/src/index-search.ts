import { setTimeout as pause } from 'node:timers/promises'
import { CmsClient } from './cms-client.ts'
import { readSiteEnvironment } from './env.ts'
import { todayInBucharest } from './read-model/today.ts'
import { readIndexState, writeIndexState } from './search/index-state.ts'
import { Indexer } from './search/indexer.ts'
import { openSearchIndex } from './search/open-search-index.ts'

/** The indexer's process: follows the change log into the search engine, for as long as it runs. */
const environment = readSiteEnvironment()
const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort())
const say = (sentence: string) => console.log(`${new Date().toISOString()} ${sentence}`)

const index = openSearchIndex(environment)
if (!index) {
  console.error('There is no search engine: set DATABASE_URL or MEILI_URL')
  process.exit(1)
}
const indexer = new Indexer({
  cms: new CmsClient({ url: environment.CMS_URL, token: environment.CHANGES_TOKEN }),
  index,
  state: readIndexState(environment.DATA_DIR),
  save: (state) => writeIndexState(environment.DATA_DIR, state),
  today: todayInBucharest,
  say,
})
let trouble = ''
while (!stopping.signal.aborted) {
  try {
    await indexer.round({ wait: 20, signal: stopping.signal })
    if (trouble) say('The index follows again')
    trouble = ''
  } catch (error) {
    if (stopping.signal.aborted) break
    const { message } = error as Error
    if (trouble !== message) say(`The index stays as it is: ${message}`)
    await pause(trouble ? 2_000 : 300, undefined, { signal: stopping.signal }).catch(() => undefined)
    trouble = message
  }
}
await index.close()
