import { existsSync } from 'node:fs'
import path from 'node:path'
import { openRecord } from '@avizier/cms/local'
import cliProgress from 'cli-progress'
import { importArchive, sizeOf } from './archive-import/import-archive.ts'

/** `npm run import -- <file>`: brings a clerk's CSV or an NDJSON archive into the record. */
const given = process.argv[2]
const file = given && path.resolve(process.env['INIT_CWD'] ?? process.cwd(), given)
if (!file || !existsSync(file)) {
  console.error(given ? `Fișierul ${given} nu există.` : 'Spuneți ce fișier: npm run import -- arhiva.csv')
  process.exit(2)
}
const payload = await openRecord()
const bar = new cliProgress.SingleBar(
  {
    format: 'Import {bar} {percentage} % | {rows} rânduri | {eta_formatted} rămase',
    noTTYOutput: !process.stdout.isTTY,
    notTTYSchedule: 5000,
  },
  cliProgress.Presets.shades_classic,
)
bar.start(await sizeOf(file), 0, { rows: 0 })
const reportFile =
  process.argv[3] ?? path.join(path.dirname(file), `${path.basename(file, path.extname(file))}-raport.csv`)
try {
  const report = await importArchive(payload, {
    file,
    reportFile,
    today: new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Bucharest' }).format(new Date()),
    onProgress: (bytes, rows) => bar.update(bytes, { rows }),
  })
  bar.stop()
  console.log(report.summary())
  console.log(`Raportul, rând cu rând: ${reportFile}`)
  process.exit(0)
} catch (error) {
  bar.stop()
  console.error(`Importul s-a oprit: ${(error as Error).message}`)
  console.error(
    'Ce s-a importat a rămas. După ce înlăturați cauza, porniți din nou aceeași comandă: continuă de acolo.',
  )
  process.exit(1)
}
