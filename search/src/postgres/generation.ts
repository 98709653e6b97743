/**
 * The tables of one generation of the index. A rebuild fills the next generation beside the one in use; which one is in
 * use is a row of `state`, so that the swap is one update and no query waits for it.
 *
 * `entries` is narrow, its tsvectors stand out of line: counting a hundred thousand matches reads little.
 */
export type Generation = {
  number: number
  entries: string
  documents: string
  passages: string
  words: string
  facets: string
}

export function generationOf(schema: string, number: number): Generation {
  const table = (name: string) => `${schema}.${name}_${number}`
  return {
    number,
    entries: table('entries'),
    documents: table('documents'),
    passages: table('passages'),
    words: table('words'),
    facets: table('facets'),
  }
}

export const isSchemaName = (name: string) => /^[a-z_][a-z0-9_]{0,40}$/.test(name)

/** What stands once, whatever the generation. */
export const foundation = (schema: string) => `
  create schema if not exists ${schema};
  create table if not exists ${schema}.state (
    is_only boolean primary key default true check (is_only),
    generation integer not null,
    last_generation integer not null,
    analyser text not null,
    was_filled boolean not null default false,
    synonyms jsonb not null default '[]',
    synonyms_version integer not null default 0
  );
  create table if not exists ${schema}.meanwhile (
    position bigint generated always as identity primary key,
    change json not null
  );`

export const createTables = (g: Generation) => `
  create table ${g.entries} (
    rid integer primary key, day integer not null, facet integer not null, is_long boolean not null, tsv tsvector not null
  ) with (toast_tuple_target = 128);
  alter table ${g.entries} alter column tsv set storage external;
  create table ${g.documents} (
    rid integer primary key, id text collate "C" not null, revision bigint not null, kind text not null, url text not null,
    title text not null, day text not null, category text, state text,
    act_kind text, act_number integer, act_year integer, source_id text, head tsvector not null
  );
  create table ${g.passages} (
    rid integer not null, ordinal integer not null, file_name text, file_url text, page integer, body text not null, tsv tsvector,
    primary key (rid, ordinal)
  );
  create table ${g.words} (
    form text collate "C" primary key, stem text collate "C" not null, docs integer not null, shown text not null
  );
  create table ${g.facets} (
    facet integer primary key, kind text not null, year integer not null, category text not null, state text not null,
    unique (kind, year, category, state)
  );`

/** `trigrams` is the schema in which pg_trgm stands. */
export const createIndexes = (g: Generation, trigrams: string) => {
  const name = (what: string) => `${what}_${g.number}`
  return [
    `create index ${name('entries_tsv')} on ${g.entries} using gin (tsv)`,
    `create index ${name('entries_day')} on ${g.entries} (day desc, rid desc)`,
    `create index ${name('entries_long')} on ${g.entries} (rid) where is_long`,
    `create unique index ${name('documents_id')} on ${g.documents} (id)`,
    `create index ${name('documents_act')} on ${g.documents} (act_number, act_year) where act_number is not null`,
    `create index ${name('words_stem')} on ${g.words} (stem)`,
    `create index ${name('words_trigrams')} on ${g.words} using gin (form ${trigrams}.gin_trgm_ops)`,
  ]
}

const tablesOf = (g: Generation) => [g.entries, g.documents, g.passages, g.words, g.facets].join(', ')
/** All of them at once or, where somebody reads one, error 55P03. */
export const lockTables = (g: Generation) => `lock table ${tablesOf(g)} in access exclusive mode nowait`
export const dropTables = (g: Generation) => `drop table if exists ${tablesOf(g)}`
