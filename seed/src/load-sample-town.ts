import { openRecord } from '@avizier/cms/local'
import cliProgress from 'cli-progress'
import { loadSampleTown } from './sample-town/load.ts'

/** `npm run sample -w seed`: fills an empty town. A town with content is left as it is. */
const payload = await openRecord()
const bar = new cliProgress.SingleBar(
  { format: 'Localitatea demonstrativă {bar} {value}/{total}', noTTYOutput: true, notTTYSchedule: 2000 },
  cliProgress.Presets.shades_classic,
)
let isStarted = false
const now = new Date()
const made = await loadSampleTown(payload, {
  today: new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Bucharest' }).format(now),
  now,
  onStep: (done, total) => {
    if (!isStarted) bar.start(total, 0)
    isStarted = true
    bar.update(done)
  },
})
if (isStarted) bar.stop()
console.log(made > 0 ? `Loaded ${made} sample documents.` : 'The town has content already; nothing was loaded.')
process.exit(0)
