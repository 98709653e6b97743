import type { Reading } from '@avizier/cms/readings'
import { beforeEach, describe, expect, it } from 'vitest'
import { aFile, anAct, anInstitution, ChangeLog } from '../../test/records.ts'
import { openTown } from '../../test/town.ts'
import { readingPath } from '../paths.ts'

const scan = aFile('scanare', { name: 'hcl-45.pdf', label: 'HCL 45, scanată' })
const readScan = { ...scan, reading: { pages: 2, method: 'recognised' as const } }
const reading: Reading = {
  sha256: scan.sha256,
  method: 'recognised',
  engine: 'tesseract 5.3.0',
  pages: [
    { number: 1, text: 'HOTĂRÂREA nr. 45\n\nSe aprobă <taxele>.', method: 'recognised', confidence: 92 },
    { number: 2, text: 'Anexă greu de citit', method: 'recognised', confidence: 41 },
  ],
}
let town: Awaited<ReturnType<typeof openTown>>
let log: ChangeLog
const told = () => log.after(town.readModel.cursor)

beforeEach(async () => {
  town = await openTown()
  town.holdFile('scanare')
  log = new ChangeLog()
  log.upsert(anInstitution())
  log.upsert(anAct({ id: '1', number: 45, files: [scan] }))
  await town.take(told())
})

describe('the text of a scan', () => {
  it('has a page as soon as it is read, marked as read by a machine, and the act leads to it', async () => {
    expect(town.page('/hotarari/2025/45/')).not.toContain('/citire/')
    town.holdReading(reading)
    log.upsert(anAct({ id: '1', number: 45, files: [readScan] }))
    await town.take(told())
    expect(town.page('/hotarari/2025/45/')).toContain(`href="${readingPath(scan)}"`)
    const page = town.page(readingPath(scan)) ?? ''
    expect(page).toContain('Text citit de calculator dintr-un document scanat')
    expect(page).toContain('id="pagina-2"')
    expect(page).toContain('Se aprobă &lt;taxele&gt;.')
    expect(page).toContain('Pagina se citește greu')
    expect(page).toContain('href="/hotarari/2025/45/"')
  })

  it('is written again when a better engine has read it', async () => {
    town.holdReading(reading)
    log.upsert(anAct({ id: '1', number: 45, files: [readScan] }))
    await town.take(told())
    const [first] = reading.pages
    town.holdReading({
      ...reading,
      pages: [{ ...first, number: 1, text: 'Citită mai bine', confidence: 97, method: 'recognised' }],
    })
    log.upsert(anAct({ id: '1', number: 45, files: [readScan] }))
    await town.take(told())
    expect(town.page(readingPath(scan))).toContain('Citită mai bine')
  })

  it('goes with its act', async () => {
    town.holdReading(reading)
    log.upsert(anAct({ id: '1', number: 45, files: [readScan] }))
    await town.take(told())
    log.remove({ noun: 'acts', id: '1' })
    await town.take(told())
    expect(town.page(readingPath(scan))).toBeNull()
  })

  it('of many pages is cut into chunks that lead to each other', async () => {
    const long = { ...scan, reading: { pages: 120, method: 'text' as const } }
    town.holdReading({
      ...reading,
      method: 'text',
      pages: Array.from({ length: 120 }, (_, at) => ({
        number: at + 1,
        text: `Pagina aceasta este a ${at + 1}-a`,
        method: 'text' as const,
        confidence: null,
      })),
    })
    log.upsert(anAct({ id: '1', number: 45, files: [long] }))
    await town.take(told())
    expect(town.page(readingPath(scan))).toContain('id="pagina-50"')
    expect(town.page(readingPath(scan))).not.toContain('id="pagina-51"')
    expect(town.page(readingPath(scan, 3))).toContain('este a 120-a')
    expect(town.page(readingPath(scan, 4))).toBeNull()
  })
})
