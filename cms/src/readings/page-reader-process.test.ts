import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { aPaper, aRawPdf, aScan } from '../../test/papers.ts'
import { type Cost, PageReaderProcess } from './page-reader-process.ts'
import type { EngineName } from './recognition-engine.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'avizier-pages-'))
const sentence = 'Se aprobă Regulamentul serviciului de salubrizare al comunei Săcălaz, județul Timiș.'
const open: PageReaderProcess[] = []
afterEach(() => {
  for (const reader of open.splice(0)) reader.end()
})

function reading(name: string, bytes: Buffer, given: { engine?: EngineName; cost?: Partial<Cost> } = {}) {
  const file = path.join(folder, name)
  writeFileSync(file, bytes)
  const reader = new PageReaderProcess({
    file,
    mimeType: 'application/pdf',
    engine: given.engine ?? 'tesseract.js',
    cost: { openingSeconds: 30, pageSeconds: 60, megabytes: 1_200, ...given.cost },
  })
  open.push(reader)
  return reader
}

/** The process that reads this file, as the system sees it. */
const processOf = (name: string) =>
  readdirSync('/proc').find((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(path.join(folder, name))
    } catch {
      return false
    }
  })

describe('the process that touches a file', () => {
  it('recognises a scan with what came from npm, and writes nothing', async () => {
    const reader = reading('scan.pdf', await aScan([[sentence]]))
    expect(await reader.opened()).toEqual({ kind: 'opened', pages: 1 })
    expect(await reader.read(1)).toMatchObject({ kind: 'read', method: 'recognised', text: sentence })
    expect(readdirSync(folder)).toEqual(['scan.pdf'])
    expect(readdirSync(path.resolve(import.meta.dirname, '../..'))).not.toContain('ron.traineddata')
  })

  it.runIf(process.platform === 'linux')('is given no secret of the town', async () => {
    process.env['DATABASE_URL'] = 'postgres://avizier:secret@localhost/avizier'
    const reader = reading('secret.pdf', await aPaper([[sentence]]))
    await reader.opened()
    const environment = readFileSync(`/proc/${processOf('secret.pdf')}/environ`, 'utf8')
    expect(environment).toContain('PATH=')
    expect(environment).not.toMatch(/DATABASE_URL|secret@/)
  })

  it('is ended when a page takes too long, and answers nothing more', async () => {
    const endless = deflateSync(Buffer.alloc(300_000_000, 'q Q '), { level: 1 })
    const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R>>'
    const stream = `<</Filter/FlateDecode/Length ${endless.length}>>\nstream\n${endless.toString('latin1')}\nendstream`
    const bomb = aRawPdf({ kids: '4 0 R', count: 1, objects: [stream, page] })
    const reader = reading('fara-sfarsit.pdf', bomb, { cost: { pageSeconds: 1 } })
    expect(await reader.opened()).toEqual({ kind: 'opened', pages: 1 })
    const began = performance.now()
    expect(await reader.read(1)).toEqual({ kind: 'ended', fault: 'page-too-slow' })
    expect(performance.now() - began).toBeLessThan(3_000)
    expect(await reader.read(1)).toEqual({ kind: 'ended', fault: 'page-too-slow' })
    await new Promise((resolve) => setTimeout(resolve, 300))
    if (process.platform === 'linux') expect(processOf('fara-sfarsit.pdf')).toBeUndefined()
  })

  it.runIf(process.platform === 'linux')('is ended when it holds too much', async () => {
    const reader = reading('mult.pdf', await aScan([[sentence]]), { cost: { megabytes: 60 } })
    // Opening may be over before anybody looks how much is held; reading is not.
    const opened = await reader.opened()
    const outcome = opened.kind === 'ended' ? opened : await reader.read(1)
    expect(outcome).toEqual({ kind: 'ended', fault: 'page-too-large' })
  })
})
