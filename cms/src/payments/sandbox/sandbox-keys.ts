import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const SandboxKeys = z.object({
  netopia: z.object({ apiKey: z.string(), posSignature: z.string(), privateKey: z.string(), publicKey: z.string() }),
  euplatesc: z.object({ merchantId: z.string(), key: z.string(), userKey: z.string(), userApi: z.string() }),
})
export type SandboxKeys = z.infer<typeof SandboxKeys>

/**
 * The keys of the town's own sandbox gateway, made at the first use and kept beside its data. The gateway and the record
 * both read them here, whichever comes first: whoever links the file wins, and the other reads it.
 */
export function sandboxKeys(dataDir: string): SandboxKeys {
  const file = path.join(dataDir, 'sandbox-gateway.json')
  const kept = read(file)
  if (kept) return kept
  mkdirSync(dataDir, { recursive: true })
  const unfinished = `${file}.${process.pid}`
  writeFileSync(unfinished, JSON.stringify(newKeys(), null, 2), { mode: 0o600 })
  try {
    linkSync(unfinished, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(unfinished, { force: true })
  }
  return SandboxKeys.parse(JSON.parse(readFileSync(file, 'utf8')))
}

function read(file: string): SandboxKeys | null {
  try {
    return SandboxKeys.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

export function newKeys(): SandboxKeys {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  const hex = (bytes: number) => randomBytes(bytes).toString('hex').toUpperCase()
  return {
    netopia: {
      apiKey: randomBytes(24).toString('base64url'),
      posSignature: Array.from({ length: 5 }, () => hex(2)).join('-'),
      privateKey,
      publicKey,
    },
    euplatesc: { merchantId: 'sandbox', key: hex(16), userKey: hex(20), userApi: hex(20) },
  }
}
