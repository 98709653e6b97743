/** What the read model asks of SQLite, prepared once. */
export const statements = {
  getState: 'select value from state where name = ?',
  setState: 'insert into state values (?, ?) on conflict (name) do update set value = excluded.value',
  getRecord:
    'select noun, id, revision, kind, slug, year, month, number, day, due, section, visibility, place, stage, path, updated, summary from records where noun = ? and id = ?',
  getRemoved: 'select revision from removed where noun = ? and id = ?',
  putRemoved:
    'insert into removed values (?, ?, ?, ?) on conflict do update set revision = excluded.revision, position = excluded.position',
  removedAfter: 'select noun, id from removed where position > ?',
  dropRemoved: 'delete from removed where noun = ? and id = ?',
  putRecord: 'insert or replace into records values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)',
  dropRecord: 'delete from records where noun = ? and id = ?',
  putRedirect: 'insert or ignore into redirects values (?, ?, ?)',
  dropRedirects: 'delete from redirects where noun = ? and id = ?',
  getRedirect:
    'select r.path from redirects d join records r on r.noun = d.noun and r.id = d.id where d.path = ? order by r.seq desc limit 1',
  fileAt: 'select file from files where path = ? limit 1',
  fileByFingerprint: 'select file from files where fingerprint = ? limit 1',
  allFiles: 'select distinct path from files',
  filesOfRecord: 'select path, file from files where noun = ? and id = ?',
  putFile: 'insert or ignore into files values (?, ?, ?, ?, ?)',
  dropFiles: 'delete from files where noun = ? and id = ?',
  countOf: 'select count from counters where list = ? and member = ?',
  step: 'insert into counters values (?, ?, ?) on conflict do update set count = count + excluded.count returning count',
  dropCounter: 'delete from counters where list = ? and member = ?',
  allCounters: 'select list, member, count from counters',
  allShards: 'select shard from shards',
  newestOfShard: 'select max(updated) as updated from records where shard = ? and path is not null',
  putShard: 'insert into shards values (?, ?) on conflict do update set updated = excluded.updated',
  dropShard: 'delete from shards where shard = ?',
  nextPaths: 'select noun, id, record from records where (noun, id) > (?, ?) order by noun, id limit 500',
} as const
