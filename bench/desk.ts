import { rmSync } from 'node:fs'
import { startTown, type Town } from '@avizier/site/running-town'
import pg from 'pg'
import { type Figure, report } from './figures.ts'

const entries = 100_000
const rounds = 15
const password = 'o-parola-de-masura'

/** The desk over a book of 100,000 entries, asked for as a browser asks, beside the bare question to Postgres. */
export async function measure(): Promise<boolean> {
  const { town, stop } = await startTown({ ADMIN_PASSWORD: password, SAMPLE_TOWN: 'no' })
  const client = new pg.Client({ connectionString: town.environment.DATABASE_URL })
  try {
    await client.connect()
    await fillTheBook(client)
    const token = await signIn(town)
    const ask = (address: string) => async () => {
      const response = await fetch(town.cms + address, {
        headers: { authorization: `JWT ${token}`, cookie: `payload-token=${token}` },
      })
      if (!response.ok) throw new Error(`${address} answered ${response.status}`)
      await response.arrayBuffer()
    }
    const limit = { of: 'p50', isAtMost: true, value: 500 } as const
    const figures: Figure[] = [
      {
        what: '50 of the open entries, bare SQL',
        values: await timed(() => client.query(bareQueue)),
        unit: 'ms',
        limit: null,
      },
      {
        what: '50 entries over REST',
        values: await timed(ask('/api/registry?limit=50&depth=0&sort=-registeredAt')),
        unit: 'ms',
        limit,
      },
      { what: 'the queue, page and counts', values: await timed(ask('/admin/registratura')), unit: 'ms', limit },
      { what: 'the queue, whole book', values: await timed(ask('/admin/registratura?lista=all')), unit: 'ms', limit },
      { what: 'the calendar of a month', values: await timed(ask('/admin/registratura/calendar')), unit: 'ms', limit },
      {
        what: 'the figures, bare SQL of one of three',
        values: await timed(() => client.query(bareFigures)),
        unit: 'ms',
        limit: null,
      },
      {
        what: 'the figures of the mayor, drawn',
        values: await timed(ask('/admin/registratura/situatie')),
        unit: 'ms',
        limit,
      },
    ]
    return report(figures)
  } finally {
    await client.end()
    await stop()
    rmSync(town.dataDir, { recursive: true, force: true })
  }
}

const bareQueue = `select id, number, registered_at, kind, subject, correspondent_name, department_id, responsible_id, state, due_on
  from record.registry where state in ('registered', 'routed', 'inProgress', 'awaitingApplicant', 'inApproval', 'approved')
  order by due_on, registered_at limit 50`
const bareFigures = `select date_trunc('month', registered_at), count(*) from record.registry group by 1`

async function timed(work: () => Promise<unknown>): Promise<number[]> {
  for (let round = 0; round < 3; round++) await work()
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return times
}

async function signIn({ cms, firstSignIn }: Town): Promise<string> {
  const email = firstSignIn.includes('@') ? firstSignIn : 'secretar@sacalaz.example'
  const response = await fetch(`${cms}/api/staff/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  const { token } = (await response.json()) as { token?: string }
  if (!token) throw new Error(`nobody could sign in: ${response.status}`)
  return token
}

/** A year of a large town hall: most of it answered, three in a hundred still open, some of those late. */
async function fillTheBook(client: pg.Client): Promise<void> {
  await client.query(`insert into record.departments (name, code, is_active)
    select 'Compartimentul ' || n, 'masura-' || n, true from generate_series(1, 12) n`)
  await client.query(`
    insert into record.registry (register_id, year, number, registered_at, key, code_digest, direction, channel, kind,
      subject, correspondent_name, department_id, responsible_id, state, state_since, answered_at, due_on)
    select 1, extract(year from at at time zone 'Europe/Bucharest'), n, at, 'bench-' || n, md5(n::text), 'incoming', 'counter',
      (array['petition', 'foi', 'attestation', 'taxClearance', 'application'])[1 + n % 5]::record.enum_registry_kind,
      'Documentul ' || n || ' despre un drum', 'Persoana ' || n % 7000,
      (select min(id) from record.departments) + n % 12, case when n % 3 > 0 then (select min(id) from record.staff) end,
      (case when n > ${entries} - 3000 then (array['registered', 'routed', 'inProgress', 'awaitingApplicant', 'inApproval', 'approved'])[1 + n % 6] else 'dispatched' end)::record.enum_registry_state,
      at, case when n <= ${entries} - 3000 then at + (n % 40) * interval '1 day' end, at + interval '30 days'
    from (
      select n, now() - interval '365 days' + n * interval '5 minutes 14 seconds' as at from generate_series(1, ${entries}) n
    ) book`)
  await client.query('vacuum analyze record.registry')
}
