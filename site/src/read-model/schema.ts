/** Grows by one whenever the tables below change: an older read model is thrown away and replayed from the record. */
export const schemaVersion = 6

export const schema = `
  create table if not exists records (
    noun text not null, id text not null, seq integer not null, revision integer not null,
    kind text not null, slug text not null, year integer not null, month integer not null, number integer not null,
    day text not null, due text, section text, visibility text not null,
    place text not null, stage text not null, path text, shard text not null,
    updated text not null, summary text not null, record text not null,
    primary key (noun, id)
  );
  create unique index if not exists acts_by_number on records (kind, year, number, seq) where noun = 'acts';
  create index if not exists records_by_slug on records (noun, slug);
  create index if not exists records_by_month on records (noun, year, month, seq);
  create index if not exists records_by_kind on records (noun, kind, seq);
  create index if not exists records_by_day on records (noun, day, seq);
  create index if not exists records_by_due on records (due) where due is not null;
  create index if not exists records_by_section on records (section, kind, day, seq) where section is not null;
  create index if not exists records_by_shard on records (shard, updated);
  create index if not exists records_by_year on records (noun, year, seq);
  create index if not exists reports_by_place on records (place, kind, stage, seq) where noun = 'reports';
  create index if not exists reports_by_stage on records (stage, kind, seq) where noun = 'reports';

  create table if not exists removed (noun text not null, id text not null, revision integer not null, position integer not null, primary key (noun, id)) without rowid;
  create index if not exists removed_by_position on removed (position);
  create table if not exists counters (list text not null, member text not null, count integer not null, primary key (list, member)) without rowid;
  create table if not exists shards (shard text primary key, updated text not null) without rowid;
  create table if not exists redirects (path text not null, noun text not null, id text not null, primary key (path, noun, id)) without rowid;
  create index if not exists redirects_by_record on redirects (noun, id);
  create table if not exists files (path text not null, noun text not null, id text not null, fingerprint text not null, file text not null, primary key (path, noun, id)) without rowid;
  create index if not exists files_by_record on files (noun, id);
  create index if not exists files_by_fingerprint on files (fingerprint);
  create table if not exists state (name text primary key, value text not null) without rowid;

  create table if not exists pages (id integer primary key, path text not null unique, hash text not null);
  create table if not exists dependencies (key text not null, page integer not null, primary key (key, page)) without rowid;
  create index if not exists dependencies_by_page on dependencies (page);
  create table if not exists pending (path text primary key, rank integer not null) without rowid;
  create index if not exists pending_by_rank on pending (rank, path);
`
