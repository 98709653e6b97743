import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const root = path.resolve(import.meta.dirname, '../..')

export type Town = {
  site: string
  cms: string
  /** Where the sandbox that this town is paid through listens. */
  gateway: string
  dataDir: string
  firstSignIn: string
  /** What the parts of this town are started with: enough to run another program beside them. */
  environment: Record<'DATABASE_URL' | 'DATA_DIR' | 'PAYLOAD_SECRET' | 'CHANGES_TOKEN', string>
}

/** Starts a town with `npm start`'s own program in an empty folder, on free ports, and waits until it is up. */
export async function startTown(
  settings: Record<string, string> = {},
): Promise<{ town: Town; stop: () => Promise<void> }> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'avizier-town-'))
  const [cmsPort, sitePort, postgresPort, gatewayPort] = await Promise.all([
    freePort(),
    freePort(),
    freePort(),
    freePort(),
  ])
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    ...settings,
    DATA_DIR: dataDir,
    CMS_PORT: String(cmsPort),
    SITE_PORT: String(sitePort),
    POSTGRES_PORT: String(postgresPort),
    GATEWAY_PORT: String(gatewayPort),
  }
  delete environment.DATABASE_URL
  const child = spawn(process.execPath, ['start/src/start.ts'], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const words = await untilUp(child)
  writeFileSync(path.join(dataDir, 'start.log'), words)
  const secrets = JSON.parse(readFileSync(path.join(dataDir, 'secrets.json'), 'utf8'))
  return {
    town: {
      site: `http://localhost:${sitePort}`,
      cms: `http://localhost:${cmsPort}`,
      gateway: `http://127.0.0.1:${gatewayPort}`,
      dataDir,
      firstSignIn: /First sign-in:\s+(\S+)/.exec(words)?.[1] ?? '',
      environment: {
        DATABASE_URL: `postgres://postgres:${secrets.postgresPassword}@127.0.0.1:${postgresPort}/avizier`,
        DATA_DIR: dataDir,
        PAYLOAD_SECRET: secrets.payloadSecret,
        CHANGES_TOKEN: secrets.changesToken,
      },
    },
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGINT')
      await Promise.race([gone, pause(20_000)])
      child.stdout?.destroy()
    },
  }
}

function untilUp(child: ChildProcess): Promise<string> {
  let words = ''
  return new Promise((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      words += text
      if (words.includes('Ctrl-C stops it.')) resolve(words)
    })
    child.once('exit', (code) => reject(new Error(`the town ended with ${code}:\n${words}`)))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
