import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { childEnvironment, repositoryRoot } from './env.ts'

type Part = { name: string; folder: string; sources: string[]; output: string; command: [string, ...string[]] }

export const builtParts: Part[] = [
  {
    name: 'admin',
    folder: 'cms',
    sources: ['cms/src', 'cms/next.config.ts', 'cms/package.json', 'search/src', 'package-lock.json'],
    output: 'cms/.next/BUILD_ID',
    command: ['next', 'build'],
  },
  {
    name: 'public site',
    folder: 'site',
    sources: [
      'site/src',
      'site/public',
      'site/astro.config.ts',
      'site/package.json',
      'cms/src',
      'search/src',
      'package-lock.json',
    ],
    output: 'site/dist/server/entry.mjs',
    command: ['astro', 'build'],
  },
]

const stampOf = (part: Part) =>
  path.join(repositoryRoot, part.folder, part.name === 'admin' ? '.next/avizier-stamp' : 'dist/avizier-stamp')

/** A fingerprint of everything a part is built from. */
export function fingerprint(root: string, sources: readonly string[]): string {
  const hash = createHash('sha256')
  const take = (file: string) => {
    if (!existsSync(file)) return
    if (statSync(file).isDirectory()) {
      for (const name of readdirSync(file).sort()) take(path.join(file, name))
      return
    }
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file))
  }
  for (const source of sources) take(path.join(root, source))
  return hash.digest('hex')
}

export function isBuilt(part: Part): boolean {
  const stamp = stampOf(part)
  return (
    existsSync(path.join(repositoryRoot, part.output)) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === fingerprint(repositoryRoot, part.sources)
  )
}

/** Builds a part; `onLine` hears each line the builder prints. Rejects with its last words when it fails. */
export function build(
  part: Part,
  {
    environment,
    onLine,
    signal,
  }: { environment: Record<string, string>; onLine: (line: string) => void; signal: AbortSignal },
): Promise<void> {
  const [name, ...args] = part.command
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(repositoryRoot, 'node_modules', name, binaryOf(name)), ...args], {
      cwd: path.join(repositoryRoot, part.folder),
      env: childEnvironment(environment),
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    })
    const last: string[] = []
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        for (const line of text
          .split('\n')
          .map((each) => each.trim())
          .filter(Boolean)) {
          last.push(line)
          if (last.length > 30) last.shift()
          onLine(line)
        }
      })
    }
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code !== 0) return reject(new Error(`The ${part.name} could not be built:\n${last.join('\n')}`))
      writeFileSync(stampOf(part), fingerprint(repositoryRoot, part.sources))
      resolve()
    })
  })
}

const binaryOf = (name: string) => {
  const { bin } = JSON.parse(readFileSync(path.join(repositoryRoot, 'node_modules', name, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>
  }
  return typeof bin === 'string' ? bin : (bin[name] ?? '')
}
