import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { afterAll, describe, expect, it } from 'vitest'
import type { FileStore } from './file-store.ts'

/** What every store must do. `open` gives the one under test, which other keys may lie in. */
export function testFileStore(name: string, open: () => FileStore): void {
  describe(`the store ${name}`, () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'avizier-store-'))
    afterAll(() => rmSync(folder, { recursive: true, force: true }))
    let count = 0
    const lay = (data: Buffer) => {
      const file = path.join(folder, String(++count))
      writeFileSync(file, data)
      return file
    }
    const aKey = () => `filed/ab/${randomBytes(32).toString('hex')}`
    const put = (key: string, data: Buffer) => open().put(key, lay(data))
    const whole = async (stream: Readable) => {
      const pieces: Buffer[] = []
      for await (const piece of stream) pieces.push(piece as Buffer)
      return Buffer.concat(pieces)
    }

    it('gives back what it was given, of any length, and says how long it is', async () => {
      for (const data of [Buffer.alloc(0), Buffer.from('Săcălaz'), randomBytes(20 * 1024 * 1024 + 1)]) {
        const key = aKey()
        expect(await put(key, data)).toBe('kept')
        expect(await open().size(key)).toBe(data.length)
        expect((await whole(open().read(key))).equals(data)).toBe(true)
      }
    })

    it('gives a part', async () => {
      const key = aKey()
      await put(key, Buffer.from('0123456789'))
      expect(String(await whole(open().read(key, { from: 3, to: 5 })))).toBe('345')
      expect(String(await whole(open().read(key, { from: 9, to: 9 })))).toBe('9')
    })

    it('writes once: what lies there stays', async () => {
      const key = aKey()
      expect(await put(key, Buffer.from('întâi'))).toBe('kept')
      expect(await put(key, Buffer.from('apoi'))).toBe('there-already')
      expect(String(await whole(open().read(key)))).toBe('întâi')
    })

    it('keeps one of twenty that come at once under a key, whole', async () => {
      const key = aKey()
      const each = Array.from({ length: 20 }, (_, index) => Buffer.alloc(300_000, String(index % 10)))
      const outcomes = await Promise.all(each.map((data) => put(key, data)))
      expect(outcomes.filter((outcome) => outcome === 'kept')).toHaveLength(1)
      const kept = await whole(open().read(key))
      expect(each.some((data) => data.equals(kept))).toBe(true)
    })

    it('knows nothing of a key that was not put, or was deleted', async () => {
      const key = aKey()
      const isMissing = async () => {
        expect(await open().size(key)).toBeNull()
        await expect(whole(open().read(key))).rejects.toThrow()
        expect(await open().asFile(key, async () => 'found')).toBeNull()
      }
      await isMissing()
      await put(key, Buffer.from('trecător'))
      await open().delete(key)
      await isMissing()
      await open().delete(key)
      expect(await put(key, Buffer.from('din nou'))).toBe('kept')
    })

    it('shows the bytes as a file for as long as it is needed', async () => {
      const key = aKey()
      const data = randomBytes(100_000)
      await put(key, data)
      const seen = await open().asFile(key, async (file) => {
        expect(existsSync(file)).toBe(true)
        return createHash('sha256').update(readFileSync(file)).digest('hex')
      })
      expect(seen).toBe(createHash('sha256').update(data).digest('hex'))
      await expect(open().asFile(key, () => Promise.reject(new Error('a stricat')))).rejects.toThrow('a stricat')
      expect(await open().size(key)).toBe(data.length)
    })

    it('holds no more than a part of a large file in memory', async () => {
      const key = aKey()
      const data = randomBytes(60 * 1024 * 1024)
      const file = lay(data)
      await open().put(key, file)
      let most = 0
      const before = process.memoryUsage().rss
      let bytes = 0
      for await (const piece of open().read(key)) {
        bytes += (piece as Buffer).length
        most = Math.max(most, process.memoryUsage().rss - before)
      }
      expect(bytes).toBe(data.length)
      expect(most).toBeLessThan(50 * 1024 * 1024)
    })
  })
}
