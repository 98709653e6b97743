import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../test/database.ts'
import { streamOf } from '../test/documents.ts'
import { qualityDocuments } from '../test/quality/documents.ts'
import { createPostgresIndex } from './postgres/postgres-index.ts'
import type { SearchIndex } from './search-index.ts'

/** Kind, query, and how well a document answers it: 3 is the answer, 2 helps, 1 touches it, 0 all others. */
type Case = [string, string, Record<string, number>]

const cases: Case[] = JSON.parse(readFileSync(new URL('../test/quality/cases.json', import.meta.url), 'utf8'))
const documents = qualityDocuments()

let index: SearchIndex
beforeAll(async () => {
  index = createPostgresIndex({ database: await testDatabase(), timeLimitMs: 10_000 })
  await index.rebuild(streamOf(documents))
})
afterAll(() => index?.close())

it('puts the right documents first', async () => {
  const scores = new Map<string, { gain: number; reciprocal: number }[]>()
  for (const [kind, query, grades] of cases) {
    const { hits, corrected, omitted } = await index.search({ text: query })
    const ids = hits.map(({ id }) => id)
    const score = { gain: gainOf(ids, grades), reciprocal: reciprocalOf(ids, grades) }
    if (score.gain < 0.8)
      console.log(
        `${score.gain.toFixed(2)}  ${kind}: ${query} → ${ids.slice(0, 4).join(' ')}  ${corrected ?? ''} ${omitted.join(' ')}`,
      )
    scores.set(kind, [...(scores.get(kind) ?? []), score])
  }
  const all = [...scores.values()].flat()
  const rows = [...scores, ['all', all] as const].map(([kind, ofKind]) => [
    kind,
    {
      cases: ofKind.length,
      'nDCG@10': mean(ofKind.map(({ gain }) => gain)),
      MRR: mean(ofKind.map(({ reciprocal }) => reciprocal)),
    },
  ])
  console.table(Object.fromEntries(rows))
  expect(documents.length).toBeGreaterThan(250)
  expect(all.length).toBeGreaterThan(80)
  expect(mean(all.map(({ gain }) => gain))).toBeGreaterThan(0.955)
  expect(mean(all.map(({ reciprocal }) => reciprocal))).toBeGreaterThan(0.97)
})

/** nDCG of the first ten: what was gained, each place worth less than the one before, against the best possible order. */
function gainOf(ids: readonly string[], grades: Record<string, number>): number {
  const ideal = Object.values(grades).sort((one, other) => other - one)
  return discounted(ids.map((id) => grades[id] ?? 0)) / discounted(ideal)
}

const discounted = (grades: readonly number[]) =>
  grades.slice(0, 10).reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0)

/** One over the place of the first document that answers or helps. */
function reciprocalOf(ids: readonly string[], grades: Record<string, number>): number {
  const place = ids.findIndex((id) => (grades[id] ?? 0) >= 2)
  return place < 0 ? 0 : 1 / (place + 1)
}

const mean = (values: readonly number[]) =>
  Math.round((1000 * values.reduce((sum, value) => sum + value, 0)) / values.length) / 1000
