import { spawn } from 'node:child_process'
import { toolEnvironment } from '../env.ts'

export type ToolEnd = { kind: 'ended'; code: number; said: string } | { kind: 'absent' } | { kind: 'stopped' }

/** Its own address space, which for a program without a virtual machine is a good bound of its memory. */
const kilobytes = 1_500_000
const notFound = 127

/**
 * Runs a program of the system on somebody's file: without any setting of the town, at the lowest priority, within a
 * time and, where the system can, within a memory. What it writes is given to `read` as it comes.
 */
export function runTool(
  tool: string,
  args: readonly string[],
  { seconds, read }: { seconds: number; read: (chunk: Buffer) => void },
): Promise<ToolEnd> {
  const isPosix = process.platform !== 'win32'
  const bounds = `ulimit -v ${kilobytes} 2>/dev/null; ulimit -t ${seconds} 2>/dev/null; exec nice -n 15 "$@"`
  const child = isPosix
    ? spawn('/bin/sh', ['-c', bounds, 'sh', tool, ...args], {
        env: toolEnvironment(),
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
      })
    : spawn(tool, args, { env: toolEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] })
  return new Promise((resolve) => {
    let said = ''
    let isStopped = false
    const stop = () => {
      isStopped = true
      try {
        if (isPosix && child.pid) process.kill(-child.pid, 'SIGKILL')
        else child.kill('SIGKILL')
      } catch {
        // It has ended already.
      }
    }
    const timer = setTimeout(stop, seconds * 1000)
    child.stdout.on('data', read)
    child.stderr.on('data', (chunk: Buffer) => {
      if (said.length < 4_000) said += chunk.toString('utf8')
    })
    child.once('error', () => {
      clearTimeout(timer)
      resolve({ kind: 'absent' })
    })
    child.once('close', (code) => {
      clearTimeout(timer)
      if (isStopped || code === null) resolve({ kind: 'stopped' })
      else resolve(code === notFound ? { kind: 'absent' } : { kind: 'ended', code, said })
    })
  })
}
