import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { startTown, type Town } from '@avizier/site/running-town'
import pg from 'pg'
import { type Figure, report } from './figures.ts'
import { fileThroughKills } from './filings-killed.ts'

const citizens = 50

/** Filings of fifty citizens at once into the running record, beside the bare insert that its numbers cannot beat. */
export async function measure({ isLarge }: { isLarge: boolean }): Promise<boolean> {
  const count = isLarge ? 10_000 : 3_000
  const { town, stop } = await startTown()
  try {
    await untilReadersRest(town)
    await atOnce(300, () => file(town))
    const bare = await bareInserts(town, count)
    const { perSecond, times } = await atOnce(count, () => file(town))
    const faults = await faultsOfTheBook(town)
    const figures: Figure[] = [
      { what: 'bare gapless insert, 50 at once', values: [bare], unit: '/s', limit: null },
      {
        what: `${count} filings, 50 citizens at once`,
        values: [perSecond],
        unit: '/s',
        limit: { of: 'p50', isAtMost: false, value: bare / 2 },
      },
      { what: 'one filing, asked to acknowledged', values: times, unit: 'ms', limit: null },
      {
        what: 'one filing, the slowest hundredth',
        values: [times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Number.NaN],
        unit: 'ms',
        limit: { of: 'p50', isAtMost: true, value: 1_000 },
      },
      {
        what: 'gaps and doubles in the book',
        values: [faults],
        unit: '',
        limit: { of: 'p50', isAtMost: true, value: 0 },
      },
    ]
    return report([...figures, ...(await fileThroughKills(town, { rounds: isLarge ? 20 : 6 }))])
  } finally {
    await stop()
    rmSync(town.dataDir, { recursive: true, force: true })
  }
}

async function atOnce(count: number, work: () => Promise<unknown>): Promise<{ perSecond: number; times: number[] }> {
  const times: number[] = []
  let left = count
  const citizen = async () => {
    while (left-- > 0) {
      const began = performance.now()
      await work()
      times.push(performance.now() - began)
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: citizens }, citizen))
  return { perSecond: count / ((performance.now() - began) / 1000), times }
}

async function file({ cms, environment }: Town): Promise<void> {
  const response = await fetch(`${cms}/api/filings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${environment.CHANGES_TOKEN}` },
    body: JSON.stringify({
      key: randomUUID(),
      form: 'petitie',
      version: 1,
      answers: {
        nume: 'Ana Pop',
        email: 'ana@masura.example',
        obiect: 'Drumul',
        descriere: 'Este o groapă. '.repeat(40),
      },
      files: [],
    }),
  })
  if (response.status !== 201) throw new Error(`a filing was refused: ${response.status} ${await response.text()}`)
}

/** A new town reads its sample files first: that is another measurement's work. */
async function untilReadersRest({ environment }: Town): Promise<void> {
  const client = new pg.Client({ connectionString: environment.DATABASE_URL })
  await client.connect()
  for (let waited = 0; waited < 240; waited++) {
    const { rowCount } = await client.query(`select 1 from avizier.readings where state in ('waiting', 'working')`)
    if (rowCount === 0) break
    await pause(1_000)
  }
  await client.end()
}

/** Numbers per second when nothing is stored but a number and a text, counter last, one transaction each. */
async function bareInserts({ environment }: Town, count: number): Promise<number> {
  const pool = new pg.Pool({ connectionString: environment.DATABASE_URL, max: 40 })
  await pool.query('create table bare_counter (last integer); insert into bare_counter values (0)')
  await pool.query('create table bare_entries (number integer primary key, body text)')
  const { perSecond } = await atOnce(count, async () => {
    const client = await pool.connect()
    await client.query('begin')
    const { rows } = await client.query('update bare_counter set last = last + 1 returning last')
    await client.query('insert into bare_entries values ($1, $2)', [rows[0].last, 'Este o groapă. '.repeat(40)])
    await client.query('commit')
    client.release()
  })
  await pool.query('drop table bare_entries, bare_counter')
  await pool.end()
  return perSecond
}

async function faultsOfTheBook({ environment }: Town): Promise<number> {
  const client = new pg.Client({ connectionString: environment.DATABASE_URL })
  await client.connect()
  const { rows } = await client.query<{ faults: string }>(`
    select coalesce(sum(abs(c.last_number - b.count) + abs(b.count - b.distinct_count)), 0) as faults
    from avizier.registry_counters c
    join (select register_id, year, count(*) as count, count(distinct number) as distinct_count
          from record.registry group by 1, 2) b using (register_id, year)`)
  await client.end()
  return Number(rows[0]?.faults)
}
