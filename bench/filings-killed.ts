import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Town } from '@avizier/site/running-town'
import pg from 'pg'
import type { Figure } from './figures.ts'
import { seeded } from './seeded.ts'

type Answer = { numar: string; provizoriu: boolean }
const citizens = 50
const victims = ['site', 'record', 'Postgres'] as const

/**
 * Citizens file on the site of a whole town while its site, its record and its Postgres are killed (-9) at random
 * moments. Each tries again under its key until it is acknowledged, and asks again when all is calm: every filing
 * must stand in the book once, under the number it was given first.
 */
export async function fileThroughKills(town: Town, { rounds }: { rounds: number }): Promise<Figure[]> {
  const seed = Number(process.env['SEED'] ?? Date.now() % 100_000)
  const random = seeded(seed)
  const acknowledged = new Map<string, Answer>()
  const times: number[] = []
  let isOver = false

  async function attempt(key: string): Promise<Answer | null> {
    const began = performance.now()
    try {
      const response = await fetch(`${town.site}/api/formulare/petitie`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ key, answers: { ...petition, obiect: `Cererea ${key}` } }),
        signal: AbortSignal.timeout(15_000),
      })
      if (response.status !== 201) return null
      const answer = (await response.json()) as Answer
      times.push(performance.now() - began)
      return answer
    } catch {
      return null
    }
  }
  async function untilAcknowledged(key: string, { isFinal }: { isFinal: boolean }): Promise<Answer> {
    for (;;) {
      const answer = await attempt(key)
      if (answer && !(isFinal && answer.provizoriu)) return answer
      await pause(200)
    }
  }
  async function citizen(name: number): Promise<void> {
    for (let index = 0; !isOver; index++) {
      const key = `round ${seed} citizen ${name} filing ${index}`
      acknowledged.set(key, await untilAcknowledged(key, { isFinal: false }))
      await pause(random() * 1_500)
    }
  }
  async function kill(): Promise<void> {
    for (let round = 0; round < rounds; round++) {
      const before = acknowledged.size
      while (acknowledged.size < before + citizens) await pause(20)
      await pause(random() * 1_000)
      const victim = victims[round % victims.length]
      const pid = processesOf(town).find(({ part }) => part === victim)?.pid
      if (pid) process.kill(pid, 'SIGKILL')
      await pause(500)
    }
    isOver = true
  }

  console.log(`filings through ${rounds} kills, seed ${seed}`)
  await Promise.all([kill(), ...Array.from({ length: citizens }, (_, name) => citizen(name))])
  const provisional = [...acknowledged.values()].filter(({ provizoriu }) => provizoriu).length
  const slowest = [...times]
  const numbers = new Set<string>()
  let changed = 0
  for (const [key, first] of acknowledged) {
    const { numar } = await untilAcknowledged(key, { isFinal: true })
    if (!first.provizoriu && numar !== first.numar) changed++
    numbers.add(numar)
  }
  const inTheBook = await entriesOf(town, `Cererea round ${seed} %`)
  const figure = (what: string, value: number): Figure => ({
    what,
    values: [value],
    unit: '',
    limit: { of: 'p50', isAtMost: true, value: 0 },
  })
  return [
    { what: `filings acknowledged through ${rounds} kills`, values: [acknowledged.size], unit: '', limit: null },
    { what: 'of them with a provisional receipt', values: [provisional], unit: '', limit: null },
    {
      what: 'asked to acknowledged, whatever was down',
      values: slowest,
      unit: 'ms',
      limit: { of: 'p95', isAtMost: true, value: 2_000 },
    },
    figure('acknowledged and not in the book once', Math.abs(inTheBook - acknowledged.size)),
    figure('numbers given twice', acknowledged.size - numbers.size),
    figure('numbers that a retry changed', changed),
  ]
}

const petition = {
  nume: 'Ana Pop',
  email: 'ana@masura.example',
  localitate: 'Săcălaz',
  descriere: 'Este o groapă. '.repeat(40),
}

const processesOf = ({ dataDir }: Town): { part: string; pid: number }[] =>
  JSON.parse(readFileSync(path.join(dataDir, 'processes.json'), 'utf8'))

async function entriesOf({ environment }: Town, subject: string): Promise<number> {
  const client = new pg.Client({ connectionString: environment.DATABASE_URL })
  await client.connect()
  const { rows } = await client.query<{ count: string }>(
    'select count(*) as count from record.registry where subject like $1',
    [`%${subject}%`],
  )
  await client.end()
  return Number(rows[0]?.count)
}
