import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const Secrets = z.object({
  payloadSecret: z.string(),
  changesToken: z.string(),
  postgresPassword: z.string(),
  townId: z.string(),
})
export type Secrets = z.infer<typeof Secrets>

/** The town's own secrets, made at its first start and kept beside its data, readable by its owner alone. */
export function townSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, 'secrets.json')
  if (existsSync(file)) return Secrets.parse(JSON.parse(readFileSync(file, 'utf8')))
  mkdirSync(dataDir, { recursive: true })
  const secret = () => randomBytes(32).toString('base64url')
  const secrets: Secrets = {
    payloadSecret: secret(),
    changesToken: secret(),
    postgresPassword: secret(),
    townId: randomBytes(6).toString('hex'),
  }
  writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return secrets
}
