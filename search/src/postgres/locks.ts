import { createHash } from 'node:crypto'

/** Advisory locks are shared by everything in the database: a pair of numbers of our own for each schema and purpose. */
export function lockKeys(schema: string) {
  const ours = createHash('sha256').update(`avizier search ${schema}`).digest().readInt32BE(0)
  return {
    /** Held while the foundation is laid. */
    prepare: [ours, 1],
    /** One writer at a time, so that revisions are compared and counts are kept without races. */
    write: [ours, 2],
    /** One rebuild at a time. */
    rebuild: [ours, 3],
    /** Exclusive while a rebuild reads; a writer that cannot share it notes its changes in `meanwhile`. */
    rebuilding: [ours, 4],
  } satisfies Record<string, [number, number]>
}
