import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDocx, aPlainPdf } from '../../test/hostile-files.ts'
import { eicar, hasClamd, OwnClamd } from '../../test/own-clamd.ts'
import { deskKinds } from './file-kinds.ts'
import { inspectFile } from './inspect-file.ts'
import { scanForViruses } from './virus-scanner.ts'

async function* pieces(data: Buffer, size = 64 * 1024) {
  for (let at = 0; at < data.length; at += size) yield data.subarray(at, at + size)
}

describe.runIf(hasClamd)('a real clamd', () => {
  let clamd: OwnClamd
  const folder = mkdtempSync(path.join(tmpdir(), 'avizier-scan-'))
  beforeAll(async () => {
    clamd = await OwnClamd.make()
    await clamd.start()
    process.env['CLAMD_URL'] = clamd.address
  }, 60_000)
  afterAll(async () => {
    delete process.env['CLAMD_URL']
    await clamd.remove()
    rmSync(folder, { recursive: true, force: true })
  })
  const scan = (data: Buffer) => scanForViruses(pieces(data))
  const inspect = (name: string, data: Buffer) => {
    const file = path.join(folder, name)
    writeFileSync(file, data)
    return inspectFile(file, { name, kinds: deskKinds })
  }
  const found = { kind: 'infected', virus: expect.stringContaining('Eicar') }
  const inPdf = aPlainPdf({ objects: [`<</Length ${eicar.length}>>\nstream\n${eicar.toString('latin1')}\nendstream`] })

  it('finds the test virus as such, packed in a document, and in a stream of a PDF', async () => {
    expect(await scan(eicar)).toEqual(found)
    expect(await scan(aDocx([{ name: 'word/media/poza.png', data: eicar }]))).toEqual(found)
    expect(await scan(inPdf)).toEqual(found)
  })

  it('finds nothing in what is clean, of any length', async () => {
    expect(await scan(aPlainPdf())).toEqual({ kind: 'clean' })
    expect(await scan(Buffer.alloc(20 * 1024 * 1024, 'curat '))).toEqual({ kind: 'clean' })
  })

  it('is asked by the inspection, last', async () => {
    const infected = { kind: 'refused', code: 'file-infected' }
    expect(await inspect('lista.txt', eicar)).toEqual(infected)
    expect(await inspect('act.pdf', inPdf)).toEqual(infected)
    expect(await inspect('raport.docx', aDocx([{ name: 'word/a.xml', data: eicar }]))).toEqual(infected)
    expect(await inspect('act.pdf', aPlainPdf())).toMatchObject({ kind: 'accepted', scan: 'clean' })
  })

  it('that is away leaves the file waiting', async () => {
    await clamd.stop()
    expect(await scan(eicar)).toMatchObject({ kind: 'away' })
    expect(await inspect('act.pdf', aPlainPdf())).toMatchObject({ kind: 'accepted', scan: 'away' })
    await clamd.start()
    expect(await scan(eicar)).toEqual(found)
  })
})

describe('a scanner', () => {
  const servers: Server[] = []
  afterAll(() => {
    for (const server of servers) server.close()
  })
  /** A listener that answers so, once it has been told that the stream is over, or at once. */
  async function listener(answer: string, { isAtOnce = false } = {}): Promise<string> {
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      if (isAtOnce) socket.end(answer)
      else socket.on('data', (piece) => piece.subarray(-4).equals(Buffer.alloc(4)) && socket.end(answer))
    })
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return `tcp://127.0.0.1:${(server.address() as { port: number }).port}`
  }
  const some = () => pieces(Buffer.alloc(500_000, 'a'))

  it('that is not configured is not asked', async () =>
    expect(await scanForViruses(some(), null)).toEqual({ kind: 'none' }))

  it.each([
    ['stream: OK\0', { kind: 'clean' }],
    ['stream: Win.Virus.X-1 FOUND\0', { kind: 'infected', virus: 'Win.Virus.X-1' }],
    ['', { kind: 'away' }],
    ['stream: OK', { kind: 'away' }],
    ['HTTP/1.1 200 OK\r\n\0', { kind: 'away' }],
  ])('that answers %j is understood, and never as more than it said', async (answer, result) =>
    expect(await scanForViruses(some(), await listener(answer))).toMatchObject(result),
  )

  it('that has had enough before the end is heard', async () =>
    expect(
      await scanForViruses(some(), await listener('INSTREAM size limit exceeded. ERROR\0', { isAtOnce: true })),
    ).toMatchObject({ kind: 'away' }))

  it('that nobody runs is away', async () =>
    expect(await scanForViruses(some(), 'tcp://127.0.0.1:1')).toMatchObject({ kind: 'away' }))
  it('on a path that is not there is away', async () =>
    expect(await scanForViruses(some(), 'unix:/nu/exista.sock')).toMatchObject({ kind: 'away' }))
})
