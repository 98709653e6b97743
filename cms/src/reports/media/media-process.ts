import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { toolEnvironment } from '../../env.ts'
import type { PrepareAnswer, PrepareRequest } from './prepare-media.ts'

export type MediaCost = { seconds: number; megabytes: number }
export const mediaCost: MediaCost = { seconds: 120, megabytes: 900 }

/** By its address: in the bundle of the web server a module has no folder. */
const script = path.join(path.dirname(fileURLToPath(import.meta.url)), 'prepare-media.ts')
const looksEvery = 100

export type ProcessAnswer = PrepareAnswer | { kind: 'ended'; by: 'time' | 'memory' | 'itself' | 'caller' }

/**
 * Prepares one file in a process of its own, which answers in time and within its memory or is killed with whatever it
 * runs. It may read this machine's files and write into one folder, and is given no setting of the town.
 */
export function prepareInProcess(
  request: PrepareRequest,
  {
    cost = mediaCost,
    signal,
    onPeak,
  }: { cost?: MediaCost; signal?: AbortSignal; onPeak?: (megabytes: number) => void },
): Promise<ProcessAnswer> {
  const permissions = [
    '--permission',
    '--allow-fs-read=*',
    `--allow-fs-write=${path.join(request.folder, '*')}`,
    '--allow-worker',
    '--allow-child-process',
    '--allow-addons',
    '--allow-wasi',
  ]
  const child = spawn(process.execPath, ['--no-warnings', ...permissions, script, JSON.stringify(request)], {
    env: toolEnvironment(),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    detached: true,
  })
  try {
    if (child.pid) os.setPriority(child.pid, os.constants.priority.PRIORITY_LOW)
  } catch {
    // It works at the priority of everybody else.
  }
  return new Promise((resolve) => {
    let peak = 0
    let isOver = false
    const end = (answer: ProcessAnswer) => {
      if (isOver) return
      isOver = true
      clearInterval(watch)
      clearTimeout(timer)
      signal?.removeEventListener('abort', stop)
      killGroup(child)
      onPeak?.(peak)
      resolve(answer)
    }
    const stop = () => end({ kind: 'ended', by: 'caller' })
    const watch = setInterval(() => {
      peak = Math.max(peak, child.pid ? megabytesOf(child.pid) : 0)
      if (peak > cost.megabytes) end({ kind: 'ended', by: 'memory' })
    }, looksEvery)
    const timer = setTimeout(() => end({ kind: 'ended', by: 'time' }), cost.seconds * 1000)
    signal?.addEventListener('abort', stop)
    child.once('message', (answer) => end(answer as PrepareAnswer))
    child.once('error', () => end({ kind: 'ended', by: 'itself' }))
    child.once('exit', () => end({ kind: 'ended', by: 'itself' }))
    if (signal?.aborted) stop()
  })
}

/** The process leads a group, so that what it runs goes with it. */
function killGroup({ pid }: ChildProcess): void {
  if (!pid) return
  try {
    if (process.platform === 'win32') process.kill(pid, 'SIGKILL')
    else process.kill(-pid, 'SIGKILL')
  } catch {
    // It has gone already.
  }
}

/** The most that a process and its children have held; 0 where the system does not tell. */
function megabytesOf(pid: number): number {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
    return [String(pid), ...children].reduce((total, each) => total + residentMegabytes(each), 0)
  } catch {
    return 0
  }
}

function residentMegabytes(pid: string): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
