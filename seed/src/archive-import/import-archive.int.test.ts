import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openTestRecord, type TestRecord } from '@avizier/cms/test-record'
import { beforeAll, describe, expect, it } from 'vitest'
import { importArchive } from './import-archive.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'avizier-import-'))
let record: TestRecord

beforeAll(async () => {
  record = await openTestRecord()
})

const write = (name: string, content: string | Buffer) => {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}
const run = async (file: string) => {
  const reportFile = `${file}-raport.csv`
  const { counts } = await importArchive(record.payload, { file, reportFile, today: '2026-03-10' })
  return { counts, report: readFileSync(reportFile, 'utf8') }
}
const count = async (statement: string) => Number((await record.pool.query(statement)).rows[0].count)

const header = 'numar;data;titlu;caracter;pentru;impotriva;abtineri'

describe("a clerk's spreadsheet", () => {
  const file = () =>
    write(
      'hotarari.csv',
      `\ufeff${header}\n45;2024-03-28;Rectificarea bugetului; Normativ;12;1;2\n46;28.03.2024;"Proiect de hotărâre privind ""Ziua Comunei""; program";;15;0;0\n46;2024-03-28;Cu totul altceva;Normativ;;;\n;2024-03-28;Fără număr;Normativ;;;\n47;2031-01-01;Din viitor;Normativ;;;\n`,
    )

  it('comes in, each row with its fate in the report', async () => {
    const { counts, report } = await run(file())
    expect(counts).toEqual({ imported: 2, unchanged: 0, refused: 3 })
    expect(report.startsWith('\ufeffrand;rezultat;motiv;observatii;titlu\r\n')).toBe(true)
    expect(report).toMatch(/\d+;refuzat;numărul este dat de două ori/)
    expect(report).toMatch(/\d+;refuzat;lipsește numărul/)
    expect(report).toMatch(/\d+;refuzat;data este în viitor/)
    expect(
      await count(`select count(*) from record.acts where title = '"Ziua Comunei"; program' and _status = 'published'`),
    ).toBe(1)
    expect(await count(`select count(*) from avizier.changes where op = 'upsert'`)).toBe(2)
  })

  it('may name a document twice', async () => {
    const line = '60;2024-05-30;De două ori;Normativ;;;'
    expect((await run(write('dublu.csv', `${header}\n${line}\n${line}\n`))).counts).toEqual({
      imported: 1,
      unchanged: 1,
      refused: 0,
    })
  })

  it('changes nothing the second time', async () => {
    const before = await count('select count(*) from avizier.changes')
    expect((await run(file())).counts).toEqual({ imported: 0, unchanged: 2, refused: 3 })
    expect(await count('select count(*) from avizier.changes')).toBe(before)
  })

  it('may be in the encoding of an old Windows', async () => {
    const old = Buffer.from(
      `${header}\n90;2023-05-25;Amenajarea \xfearcurilor \xba a pie\xfeei;Normativ;;;\n`,
      'latin1',
    )
    expect((await run(write('vechi.csv', old))).counts.imported).toBe(1)
    expect(await count(`select count(*) from record.acts where title = 'Amenajarea țarcurilor ș a pieței'`)).toBe(1)
  })
})

describe('an NDJSON archive', () => {
  it('brings every kind in, with drafts kept as drafts and broken lines reported', async () => {
    const lines = [
      {
        id: 'd1',
        type: 'hotarare',
        number: '1/2020',
        date: '2020-01-30',
        category: 'buget',
        status: 'in_vigoare',
        title: 'HCL nr. 1/2020 privind bugetul',
        body: 'Art. 1. Se aprobă.',
      },
      {
        id: 'd2',
        type: 'dispozitie',
        number: '1/2020',
        date: '2020-01-30',
        category: 'administratie',
        status: 'proiect',
        title: 'Dispoziția nr. 1 privind convocarea',
        body: 'x',
      },
      {
        id: 'd3',
        type: 'anunt',
        number: null,
        date: '2020-02-01',
        category: 'apa',
        status: 'in_vigoare',
        title: 'Întreruperea apei',
        body: 'x',
      },
      {
        id: 'd4',
        type: 'document',
        number: null,
        date: '2020-02-01',
        category: 'buget',
        status: 'in_vigoare',
        title: 'Raport de specialitate',
        body: 'x',
      },
      {
        id: 'd5',
        type: 'hotarare',
        number: '2/2020',
        date: '2020-01-30',
        category: 'taxe',
        status: 'abrogata',
        title: 'Hotărârea nr. 2 din 30 ianuarie 2020 privind taxele',
        body: 'x',
      },
    ]
    const { counts } = await run(
      write('arhiva.ndjson', `${lines.map((line) => JSON.stringify(line)).join('\n')}\n{"rupt":\n`),
    )
    expect(counts).toEqual({ imported: 5, unchanged: 0, refused: 1 })
    expect(await count(`select count(*) from record.acts where source_id = 'd2' and _status = 'draft'`)).toBe(1)
    const { rows } = await record.pool.query(
      `select record from avizier.changes where noun = 'acts' and record ->> 'sourceId' = 'd5'`,
    )
    expect(rows[0].record.state).toMatchObject({ kind: 'repealed', since: null })
  })

  it('cut short by kill -9 and run again is complete, each document once', async () => {
    const total = 600
    const lines = Array.from({ length: total }, (_, index) => ({
      id: `k${index}`,
      type: 'hotarare',
      number: `${index + 1}/2019`,
      date: '2019-06-27',
      title: `Obiectul ${index}`,
      body: 'Art. 1. Se aprobă.',
    }))
    const file = write('mare.ndjson', lines.map((line) => JSON.stringify(line)).join('\n'))
    const imported = () => count(`select count(*) from record.acts where source_id like 'k%'`)
    const child: ChildProcess = spawn(
      process.execPath,
      ['src/import-archive.ts', file, path.join(folder, 'raport.csv')],
      {
        cwd: path.resolve(import.meta.dirname, '../..'),
        env: { ...process.env, NODE_ENV: 'production' },
        stdio: 'ignore',
      },
    )
    const gone = new Promise((resolve) => child.once('exit', resolve))
    for (let waited = 0; waited < 400 && (await imported()) < 100; waited++) await pause(25)
    child.kill('SIGKILL')
    await gone
    const half = await imported()
    expect(half).toBeGreaterThanOrEqual(100)
    expect(half).toBeLessThan(total)
    const { counts } = await run(file)
    expect(counts).toEqual({ imported: total - half, unchanged: half, refused: 0 })
    expect(await imported()).toBe(total)
    expect(await count(`select count(*) from avizier.changes where record ->> 'sourceId' like 'k%'`)).toBe(total)
  })
})
