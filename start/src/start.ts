import { execFile } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { isSandbox } from '@avizier/cms/payments-settings'
import { build, builtParts, isBuilt } from './build.ts'
import { childEnvironment, readTownEnvironment, repositoryRoot, type TownEnvironment } from './env.ts'
import { startLastingPostgres } from './lasting-postgres.ts'
import { Part } from './part.ts'
import { isPortTaken } from './ports.ts'
import { postgresPlace } from './postgres-place.ts'
import { endProcess, ProcessFile } from './process-file.ts'
import { Progress } from './progress.ts'
import { townSecrets } from './secrets.ts'

/** `npm start`: brings the whole town up and keeps it up, until Ctrl-C. */
const run = promisify(execFile)
const progress = new Progress()
const say = (sentence: string) => progress.say(sentence)
const stopping = new AbortController()
const parts: Part[] = []
let postgres: { stop: () => Promise<void> } | null = null
let processes: ProcessFile | null = null

function giveUp(message: string): never {
  say(message)
  process.exit(1)
}

const verdict = readTownEnvironment()
if (verdict.kind === 'faulty')
  giveUp(
    `These settings cannot be used (see .env.example):\n${verdict.faults.map((fault) => `  - ${fault}`).join('\n')}`,
  )
const settings = verdict.settings

let stopped: Promise<void> | null = null
const stop = (): Promise<void> => {
  stopped ??= (async () => {
    stopping.abort()
    say('Stopping the town…')
    await Promise.all(parts.map((part) => part.stop()))
    await postgres?.stop()
    processes?.clear()
    say('Stopped.')
  })()
  return stopped
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => void stop().then(() => process.exit(0)))

try {
  await bringUp(settings)
} catch (error) {
  if (stopping.signal.aborted) await stop()
  else {
    say(`The town could not start: ${(error as Error).message}`)
    await stop()
    process.exit(1)
  }
}

async function bringUp(town: TownEnvironment): Promise<void> {
  const logs = path.join(town.DATA_DIR, 'logs')
  mkdirSync(logs, { recursive: true })
  const secrets = townSecrets(town.DATA_DIR)
  processes = new ProcessFile(path.join(town.DATA_DIR, 'processes.json'))
  await clearLeftovers(processes)
  await requireFreePorts(town)
  processes.add('start', process.pid)

  const ports = { CMS_PORT: String(town.CMS_PORT), SITE_PORT: String(town.SITE_PORT) }
  const environment: Record<string, string> = {
    ...ports,
    DATA_DIR: town.DATA_DIR,
    DATABASE_URL: town.DATABASE_URL ?? '',
    PAYLOAD_SECRET: town.PAYLOAD_SECRET ?? secrets.payloadSecret,
    CHANGES_TOKEN: town.CHANGES_TOKEN ?? secrets.changesToken,
    PAYMENTS_GATEWAY: town.PAYMENTS_GATEWAY,
    GATEWAY_PORT: String(town.GATEWAY_PORT),
  }

  if (!town.DATABASE_URL) {
    progress.begin('Postgres')
    const lasting = await startLastingPostgres(
      {
        place: postgresPlace(town.DATA_DIR, secrets.townId),
        port: town.POSTGRES_PORT,
        password: secrets.postgresPassword,
        logFile: path.join(logs, 'postgres.log'),
        say,
      },
      {
        processes,
        onLost: (why) => {
          say(`Postgres does not come back (${why}): the town stops, so that it can be started whole again.`)
          void stop().then(() => process.exit(1))
        },
      },
    )
    postgres = lasting
    environment['DATABASE_URL'] = lasting.url
    progress.end()
  }

  for (const part of builtParts) {
    if (isBuilt(part)) continue
    progress.begin(`Building the ${part.name} (once, up to two minutes)`)
    await build(part, { environment, onLine: (line) => progress.detail(line), signal: stopping.signal })
    progress.end()
  }

  progress.begin('Preparing the record')
  const cms = path.join(repositoryRoot, 'cms')
  const clerk = await runNode(
    ['src/prepare-town.ts', town.ADMIN_EMAIL ?? '', town.ADMIN_PASSWORD ?? '', cmsUrl(town)],
    { cwd: cms, environment },
  )
  progress.end()
  if (town.SAMPLE_TOWN === 'yes') {
    progress.begin('Sample content')
    await runNode(['src/load-sample-town.ts'], { cwd: path.join(repositoryRoot, 'seed'), environment })
    progress.end()
  }

  progress.begin('Starting the town')
  const site = path.join(repositoryRoot, 'site')
  const next = path.join(repositoryRoot, 'node_modules/next/dist/bin/next')
  const plans = [
    { name: 'record', cwd: cms, args: [next, 'start', '-p', String(town.CMS_PORT)] },
    { name: 'reader', cwd: cms, args: ['src/read-files.ts'] },
    { name: 'publisher', cwd: site, args: ['src/publish.ts'] },
    { name: 'indexer', cwd: site, args: ['src/index-search.ts'] },
    { name: 'site', cwd: site, args: ['src/serve.ts'] },
    ...(isSandbox(town) ? [{ name: 'gateway', cwd: cms, args: ['src/payments/sandbox/run-gateway.ts'] }] : []),
  ]
  for (const plan of plans) {
    const part = new Part({ ...plan, environment, logFile: path.join(logs, `${plan.name}.log`) }, processes, say)
    parts.push(part)
    part.start()
  }
  await untilAnswered(`http://127.0.0.1:${town.CMS_PORT}/api/health`)
  await untilAnswered(`http://127.0.0.1:${town.SITE_PORT}/`)
  if (isSandbox(town)) await untilAnswered(`http://127.0.0.1:${town.GATEWAY_PORT}/`)
  await untilFound(`http://127.0.0.1:${town.SITE_PORT}/api/health`)
  progress.end()
  welcome(town, JSON.parse(clerk.trim().split('\n').at(-1) ?? '{}'))
}

function cmsUrl(town: TownEnvironment): string {
  return town.CMS_URL ?? `http://localhost:${town.CMS_PORT}`
}

function welcome(town: TownEnvironment, clerk: { kind?: string; email?: string; link?: string }): void {
  say('')
  say(`The town is up:  ${town.SITE_URL ?? `http://localhost:${town.SITE_PORT}`}`)
  say(`Administration:  ${cmsUrl(town)}/admin`)
  if (clerk.kind === 'oneTimeSignIn')
    say(`First sign-in:   ${clerk.link}\n                 (${clerk.email}; works once, within a day)`)
  if (clerk.kind === 'passwordPreset') say(`Sign in as:      ${clerk.email}, with the password you set`)
  if (isSandbox(town)) say(`Trial payments:  http://127.0.0.1:${town.GATEWAY_PORT}  (no money anywhere)`)
  say(`Data and logs:   ${town.DATA_DIR}`)
  say('Ctrl-C stops it.')
}

async function clearLeftovers(file: ProcessFile): Promise<void> {
  const leftovers = file.leftovers()
  const running = leftovers.find((each) => each.part === 'start')
  if (running)
    giveUp(`This town is running already (process ${running.pid}). Stop it first, or set DATA_DIR for another town.`)
  for (const { part, pid } of leftovers.filter((each) => each.part !== 'Postgres')) {
    say(`Found the ${part} still running from an earlier start (process ${pid}): stopping it.`)
    await endProcess(pid)
  }
}

async function requireFreePorts(town: TownEnvironment): Promise<void> {
  const needed: [string, number][] = [
    ['CMS_PORT', town.CMS_PORT],
    ['SITE_PORT', town.SITE_PORT],
    ...(isSandbox(town) ? [['GATEWAY_PORT', town.GATEWAY_PORT] as [string, number]] : []),
  ]
  for (const [name, port] of needed) {
    if (await isPortTaken(port))
      giveUp(
        `Port ${port} is taken by another program. Set ${name} to a free one, for example ${name}=${port + 10} npm start.`,
      )
  }
}

async function runNode(
  args: string[],
  { cwd, environment }: { cwd: string; environment: Record<string, string> },
): Promise<string> {
  try {
    const { stdout } = await run(process.execPath, args, {
      cwd,
      env: childEnvironment(environment),
      signal: stopping.signal,
      maxBuffer: 64 * 1024 * 1024,
    })
    return stdout
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(`${args[0]} failed:\n${`${stdout}\n${stderr}`.trim().split('\n').slice(-15).join('\n')}`)
  }
}

/** A town is up when its pages are written and its search knows them; one whose search is ill is up all the same. */
async function untilFound(healthUrl: string): Promise<void> {
  for (let waited = 0; waited < 150 && !stopping.signal.aborted; waited++) {
    const { parts } = (await (await fetch(healthUrl)).json()) as {
      parts?: { lag?: number; pagesWaiting?: number; search?: { engine?: string; lag?: number } }
    }
    const arePagesWritten = parts?.lag === 0 && parts.pagesWaiting === 0
    if (arePagesWritten && parts?.search?.engine === 'ready' && parts.search.lag === 0) return
    await pause(200)
  }
}

async function untilAnswered(url: string): Promise<void> {
  for (let waited = 0; waited < 600 && !stopping.signal.aborted; waited++) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5_000) })
      if (response.ok) return
    } catch {
      // Not listening yet.
    }
    await pause(200)
  }
  if (!stopping.signal.aborted) throw new Error(`${url} did not answer in two minutes; see the logs`)
}
