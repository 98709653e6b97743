import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import os from 'node:os'

export type Figure = {
  what: string
  /** Measurements of one kind, in `unit`. */
  values: number[]
  unit: string
  /** The figure that must hold; null where the figure only stands beside another. */
  limit: { of: 'p50' | 'p95'; isAtMost: boolean; value: number } | null
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** Prints each figure with its spread, its limit and whether it holds; answers whether all do. */
export function report(figures: readonly Figure[]): boolean {
  const rows = figures.map((figure) => ({ figure, holds: holds(figure) }))
  console.log(`\n${machine()}\n`)
  console.table(
    Object.fromEntries(
      rows.map(({ figure, holds }) => [
        figure.what,
        {
          p50: round(quantile(figure.values, 0.5)),
          p95: round(quantile(figure.values, 0.95)),
          min: round(Math.min(...figure.values)),
          max: round(Math.max(...figure.values)),
          n: figure.values.length,
          unit: figure.unit,
          limit: figure.limit
            ? `${figure.limit.of} ${figure.limit.isAtMost ? '≤' : '≥'} ${round(figure.limit.value)}`
            : '',
          holds: holds === null ? '' : holds ? 'yes' : 'NO',
        },
      ]),
    ),
  )
  return rows.every(({ holds }) => holds !== false)
}

function holds({ values, limit }: Figure): boolean | null {
  if (!limit) return null
  const value = quantile(values, limit.of === 'p50' ? 0.5 : 0.95)
  return limit.isAtMost ? value <= limit.value : value >= limit.value
}

const round = (value: number) => (value >= 100 ? Math.round(value) : Math.round(value * 10) / 10)

const machine = () =>
  `${os.cpus()[0]?.model ?? 'processor'} × ${os.cpus().length}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ${os.type()} ${os.release()}, Node ${process.version}, load ${os.loadavg()[0]?.toFixed(1)}`

/** The most memory the process has held so far; NaN where the system does not tell. */
export function peakMegabytes({ pid }: ChildProcess): number {
  if (os.platform() !== 'linux') return Number.NaN
  try {
    const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return Number(line?.[1]) / 1024
  } catch {
    return Number.NaN // It has just ended.
  }
}
