import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { BlobServiceClient } from '@azure/storage-blob'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { OwnAzurite } from '../../test/own-azurite.ts'
import { azureStore } from './azure-store.ts'
import { testFileStore } from './file-store.conformance.ts'
import type { FileStore } from './file-store.ts'

let azurite: OwnAzurite
let store: FileStore
beforeAll(async () => {
  azurite = await OwnAzurite.make()
  await azurite.start()
  store = azureStore({ connection: azurite.connection, container: 'primarie' })
}, 60_000)
afterAll(() => azurite.remove())
testFileStore('in Azure', () => store)

it('gives nothing to whoever has only the address', async () => {
  const file = path.join(tmpdir(), `avizier-azure-${process.pid}`)
  writeFileSync(file, 'secret')
  await store.put('filed/aa/secret', file)
  const client = BlobServiceClient.fromConnectionString(azurite.connection).getContainerClient('primarie')
  expect((await client.getProperties()).blobPublicAccess).toBeUndefined()
  const { status, ...answer } = await fetch(client.getBlobClient('filed/aa/secret').url)
  expect(status).toBeGreaterThanOrEqual(400)
  expect(answer).not.toContain('secret')
  const listed = await fetch(`${client.url}?restype=container&comp=list`)
  expect(listed.status).toBeGreaterThanOrEqual(400)
})

it('that is away fails soon, and works when it comes', { timeout: 60_000 }, async () => {
  const late = await OwnAzurite.make()
  try {
    const lateStore = azureStore({ connection: late.connection, container: 'primarie' })
    const began = performance.now()
    await expect(lateStore.size('filed/aa/x')).rejects.toThrow()
    expect(performance.now() - began).toBeLessThan(10_000)
    await late.start()
    expect(await lateStore.size('filed/aa/x')).toBeNull()
  } finally {
    await late.remove()
  }
})
