import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { diskStore } from './disk-store.ts'
import { testFileStore } from './file-store.conformance.ts'

const root = mkdtempSync(path.join(tmpdir(), 'avizier-disk-store-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
testFileStore('on the disk', () => diskStore(root))

it('leaves nothing unfinished behind', () => {
  const names = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  expect(names.length).toBeGreaterThan(0)
  expect(names.filter(({ name }) => name.startsWith('.'))).toEqual([])
})
