import type { ClientBase } from 'pg'
import { oneSlipAway } from '../romanian/misspelling.ts'
import type { Vocabulary, Word } from '../vocabulary.ts'
import type { Generation } from './generation.ts'

/** Past every word that begins so. */
const after = (start: string) => `${start}\u{10ffff}`

/** The words table of a generation; `trigrams` is the schema of pg_trgm. */
export function vocabularyOf({
  client,
  generation: { words },
  trigrams,
}: {
  client: ClientBase
  generation: Generation
  trigrams: string
}): Vocabulary {
  return {
    async counts(asked) {
      const { rows } = await client.query<{ stem: number; prefix: number }>(
        `select coalesce((select sum(docs) from ${words} where stem = asked.stem), 0)::integer as stem,
                coalesce((select sum(docs) from (
                  select docs from ${words} where form > asked.form and form < asked.after limit 300
                ) begun), 0)::integer as prefix
         from unnest($1::text[], $2::text[], $3::text[]) with ordinality as asked (form, stem, after, position)
         order by position`,
        [asked.map(({ form }) => form), asked.map(({ stem }) => stem), asked.map(({ form }) => after(form))],
      )
      return rows.map(({ stem, prefix }) => ({ stemDocs: stem, prefixDocs: prefix }))
    },

    async begun(start) {
      const { rows } = await client.query<{ stem: string }>(
        `select stem from (
           select stem, docs from ${words} where form > $1 and form < $2 order by form limit 300
         ) begun group by stem order by sum(docs) desc limit 30`,
        [start, after(start)],
      )
      return rows.map(({ stem }) => stem)
    },

    async near({ form, stem }) {
      const { rows } = await client.query<Word>(
        `(select form, stem, docs, shown from ${words} where form = any($1) order by docs desc limit 20)
         union all
         (select distinct on (stem) form, stem, docs, shown from ${words} where stem = any($2)
          order by stem, length(form), docs desc limit 20)`,
        [oneSlipAway(form), stem.length > 3 ? oneSlipAway(stem) : []],
      )
      if (rows.length > 0 || form.length < 6) return rows
      const farther = await client.query<Word>(
        `select form, stem, docs, shown from ${words}
         where form operator(${trigrams}.%) $1 and abs(length(form) - length($1)) <= 2
         order by ${trigrams}.similarity(form, $1) desc limit 40`,
        [form],
      )
      return farther.rows
    },

    async known(forms) {
      const { rows } = await client.query<Word>(`select form, stem, docs, shown from ${words} where form = any($1)`, [
        forms,
      ])
      return rows
    },
  }
}
