import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { createPostgresIndex } from '@avizier/search/postgres'
import type { SearchIndex, SearchQuery } from '@avizier/search/search-index'
import { type Figure, report } from './figures.ts'
import { searchArchive } from './search-archive.ts'
import { Baseline } from './search-baseline.ts'
import { startPostgres } from './search-postgres.ts'

const run = promisify(execFile)
const rounds = 12

type Limits = { p50: number; p95: number; open: number; act: number; rebuild: number }
const limitsAt: Record<number, Limits> = {
  10000: { p50: 15, p95: 50, open: 60, act: 5, rebuild: 12 },
  100000: { p50: 50, p95: 200, open: 250, act: 15, rebuild: 130 },
}

/** `--corpus10k=<ndjson> --corpus100k=<ndjson> --cases=<json>`: documents and cases of one's own in place of ours. */
export async function measure({ isLarge, flags }: { isLarge: boolean; flags: readonly string[] }): Promise<boolean> {
  const given = (name: string) => flags.find((flag) => flag.startsWith(`--${name}=`))?.slice(name.length + 3) ?? null
  const figures: Figure[] = []
  for (const size of isLarge ? [10_000, 100_000] : [10_000])
    figures.push(...(await measureAt(size, given(`corpus${size / 1000}k`), given('cases'))))
  return report(figures)
}

/** What people type, by kind; the words stand in both corpora. */
function queriesOf(acts: readonly string[]): Record<string, SearchQuery[]> {
  const texts = (...all: string[]) => all.map((text) => ({ text }))
  return {
    'one common word ': texts('bugetul ', 'lucrări ', 'teren ', 'contractul ', 'primarului '),
    'two words': texts(
      'taxa salubrizare ',
      'concesionarea terenului ',
      'autorizație construire ',
      'bugetul local 2019 ',
    ),
    'many words': texts(
      'aprobarea indicatorilor tehnico-economici reabilitare ',
      'închirierea imobilului prin licitație ',
    ),
    misspelt: texts('salbrizare ', 'regulamnet transport ', 'concesioanrea terenului ', 'bugteul local '),
    'half typed': texts('concesio', 'hotărâril', 'autoriz', 'taxa salubri'),
    'filters and facets': [
      { text: 'bugetul ', kinds: ['hotarare'], years: [2019, 2020] },
      { text: 'teren ', kinds: ['hotarare', 'dispozitie'], states: ['in_vigoare'] },
      { text: 'proiect ', years: [2021], order: 'date' },
    ],
    'phrase and short prefix': texts(
      '"licitație publică"',
      '"bugetul local"',
      '"carte funciară"',
      'con',
      'pro',
      'ap',
      'te',
    ),
    'act number': acts.flatMap((act) => texts(`HCL ${act}`, `hotărârea nr. ${act}`, act)),
  }
}

async function measureAt(size: number, corpus: string | null, cases: string | null): Promise<Figure[]> {
  const limits = limitsAt[size] as Limits
  const postgres = await startPostgres()
  const index = createPostgresIndex({ database: postgres.url })
  const baseline = new Baseline(postgres.url)
  const named = (what: string) => `${size.toLocaleString('ro')}: ${what}`
  const atMost = (of: 'p50' | 'p95', value: number): Figure['limit'] => ({ of, isAtMost: true, value })
  try {
    console.log(`${size} documents: rebuild…`)
    const rebuilt = await rebuild(postgres.url, size, corpus)
    console.log(`${size} documents: Postgres' own configuration…`)
    const baselineSeconds = await baseline.build(searchArchive(size, corpus))
    console.log(`${size} documents: queries…`)
    const queries = queriesOf(await someActs(index))
    const times = await timeQueries(queries, (query) => index.search(query))
    const baselineTimes = await timeQueries(queries, (query) => baseline.search(query))
    const suggested = await timeSuggestions(index)
    const isMixed = (kind: string) => kind !== 'act number' && kind !== 'phrase and short prefix'
    const mixed = Object.entries(times).flatMap(([kind, values]) => (isMixed(kind) ? values : []))
    const findable = await timeFindable(index)
    return [
      { what: named('query, mixed kinds, p50'), values: mixed, unit: 'ms', limit: atMost('p50', limits.p50) },
      { what: named('query, mixed kinds, p95'), values: mixed, unit: 'ms', limit: atMost('p95', limits.p95) },
      ...Object.entries(times).flatMap(([kind, values]): Figure[] => [
        {
          what: named(kind),
          values,
          unit: 'ms',
          limit: isMixed(kind) ? null : atMost('p95', kind === 'act number' ? limits.act : limits.open),
        },
        { what: named(`  ${kind}, Postgres alone`), values: baselineTimes[kind] ?? [], unit: 'ms', limit: null },
      ]),
      { what: named('suggestions'), values: suggested, unit: 'ms', limit: size === 10_000 ? atMost('p95', 30) : null },
      { what: named('rebuild'), values: [rebuilt.seconds], unit: 's', limit: atMost('p50', limits.rebuild) },
      { what: named('  rebuild, Postgres alone'), values: [baselineSeconds], unit: 's', limit: null },
      { what: named('memory of the rebuild'), values: [rebuilt.megabytes], unit: 'MB', limit: atMost('p50', 600) },
      { what: named('applied → findable'), values: findable, unit: 'ms', limit: atMost('p95', 500) },
      ...(cases ? await quality(named, cases, index, baseline) : []),
    ]
  } finally {
    await index.close()
    await baseline.close()
    await postgres.stop()
  }
}

async function rebuild(
  database: string,
  size: number,
  corpus: string | null,
): Promise<{ seconds: number; megabytes: number }> {
  const script = path.join(import.meta.dirname, 'search-rebuild.ts')
  const { stdout } = await run(process.execPath, [script, database, String(size), corpus ?? ''])
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}

async function someActs(index: SearchIndex): Promise<string[]> {
  const { hits } = await index.search({ text: '', kinds: ['hotarare'], perPage: 100 })
  return hits.flatMap(({ act }) => (act ? [`${act.number}/${act.year}`] : [])).slice(0, 8)
}

/** Kinds take turns, so that a noisy moment falls on all of them. */
async function timeQueries(
  queries: Record<string, SearchQuery[]>,
  ask: (query: SearchQuery) => Promise<unknown>,
): Promise<Record<string, number[]>> {
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(queries).map((kind) => [kind, []]))
  for (let round = -1; round < rounds; round++)
    for (const [kind, ofKind] of Object.entries(queries))
      for (const query of ofKind) {
        const began = performance.now()
        await ask(query)
        if (round >= 0) times[kind]?.push(performance.now() - began)
      }
  return times
}

async function timeSuggestions(index: SearchIndex): Promise<number[]> {
  const times: number[] = []
  for (let round = -1; round < rounds; round++)
    for (const typed of ['sa', 'sal', 'salu', 'taxa s', 'taxa sal', 'hcl 12/20', 'concesio', 'bugetul loc']) {
      const began = performance.now()
      await index.suggest(typed)
      if (round >= 0) times.push(performance.now() - began)
    }
  return times
}

async function timeFindable(index: SearchIndex): Promise<number[]> {
  const times: number[] = []
  for (let at = 0; at < 25; at++) {
    const word = `zvarpa${String.fromCharCode(97 + at)}lund`
    for await (const document of searchArchive(1, null)) {
      const began = performance.now()
      const fresh = { ...document, id: `fresh-${at}`, title: `${document.title} ${word}` }
      await index.apply([{ kind: 'upsert', document: fresh }])
      const { total } = await index.search({ text: word })
      if (total !== 1) throw new Error('What was applied is not found')
      times.push(performance.now() - began)
    }
  }
  return times
}

type Case = { query: string; filters: Record<string, unknown>; expect: string[]; within: number }

/** How many of the cases hold; negative `within` asks for exactly that order. */
async function quality(
  named: (what: string) => string,
  file: string,
  index: SearchIndex,
  baseline: Baseline,
): Promise<Figure[]> {
  const cases: Case[] = JSON.parse(readFileSync(file, 'utf8'))
  let held = 0
  let baselineHeld = 0
  for (const one of cases) {
    const { hits } = await index.search({ text: one.query, perPage: 100, ...filtersOf(one.filters) })
    const ids = hits.map(({ id }) => id)
    if (isHeld(one, ids)) held++
    else console.log(`not held: ${JSON.stringify(one)} → ${ids.slice(0, 5).join(' ')}`)
    if (isHeld(one, (await baseline.search({ text: one.query, ...filtersOf(one.filters) })).ids)) baselineHeld++
  }
  return [
    {
      what: named(`quality cases held, of ${cases.length}`),
      values: [held],
      unit: 'cases',
      limit: { of: 'p50', isAtMost: false, value: cases.length },
    },
    { what: named('  quality cases, Postgres alone'), values: [baselineHeld], unit: 'cases', limit: null },
  ]
}

function filtersOf(filters: Record<string, unknown>): Partial<SearchQuery> {
  const list = (value: unknown) => (value === undefined ? undefined : [value].flat())
  return {
    kinds: list(filters['type'] ?? filters['kind']) as string[] | undefined,
    years: list(filters['year']) as number[] | undefined,
    categories: list(filters['category']) as string[] | undefined,
    states: list(filters['status'] ?? filters['state']) as SearchQuery['states'],
    order: filters['sort'] || filters['order'] === 'date' ? 'date' : 'relevance',
  }
}

function isHeld({ expect, within }: Case, ids: readonly string[]): boolean {
  const first = ids.slice(0, Math.abs(within))
  if (within < 0) return expect.every((id, at) => first[at] === id)
  return expect.every((id) => (id.startsWith('!') ? !first.includes(id.slice(1)) : first.includes(id)))
}
