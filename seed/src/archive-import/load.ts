import { bodyFromText, lexicalFromBody } from '@avizier/cms/body-text'
import { slugOf } from '@avizier/search/romanian-text'
import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'
import type { ArchiveRecord, Refusal } from './archive-row.ts'

export type Loaded =
  | { record: ArchiveRecord; outcome: 'imported' | 'unchanged' }
  | { record: ArchiveRecord; outcome: 'refused'; code: Refusal; detail: string }

/**
 * Stores a batch in one transaction; records that are there already (by the id of their source) are left alone.
 * When one is refused the batch is taken back and stored record by record, so that it spoils no other. A batch that
 * runs beside this one may hold the same record, so each is looked up once more before it is tried alone.
 */
export async function loadBatch(payload: Payload, batch: readonly ArchiveRecord[]): Promise<Loaded[]> {
  const known = await knownIds(payload, batch)
  const fresh = batch.filter((record) => !known.has(`${record.noun} ${record.sourceId}`))
  const results = new Map<ArchiveRecord, Loaded>(
    batch.filter((record) => !fresh.includes(record)).map((record) => [record, { record, outcome: 'unchanged' }]),
  )
  try {
    await inTransaction(payload, async (req) => {
      for (const record of fresh) await store(payload, record, req)
    })
    for (const record of fresh) results.set(record, { record, outcome: 'imported' })
  } catch {
    for (const record of fresh) results.set(record, await loadOne(payload, record))
  }
  return batch.map((record) => results.get(record) as Loaded)
}

async function loadOne(payload: Payload, record: ArchiveRecord): Promise<Loaded> {
  // The same document twice in one archive: the first of them is there by now.
  if ((await knownIds(payload, [record])).size > 0) return { record, outcome: 'unchanged' }
  try {
    await inTransaction(payload, (req) => store(payload, record, req))
    return { record, outcome: 'imported' }
  } catch (error) {
    const { data } = error as { data?: { errors?: { path: string; message: string }[] } }
    const faults = data?.errors ?? []
    if (faults.some(({ path }) => path === 'number'))
      return { record, outcome: 'refused', code: 'number-doubled', detail: '' }
    if (faults.length === 0) throw error
    return {
      record,
      outcome: 'refused',
      code: 'refused-by-record',
      detail: faults.map(({ path, message }) => `${path}: ${message}`).join(' '),
    }
  }
}

async function inTransaction(payload: Payload, work: (req: PayloadRequest) => Promise<void>): Promise<void> {
  const req = await createLocalReq({ context: { actor: 'Import din arhivă' } }, payload)
  await initTransaction(req)
  try {
    await work(req)
    await commitTransaction(req)
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

async function knownIds(payload: Payload, batch: readonly ArchiveRecord[]): Promise<Set<string>> {
  const known = new Set<string>()
  for (const noun of ['acts', 'announcements', 'documents'] as const) {
    const ids = batch.filter((record) => record.noun === noun).map(({ sourceId }) => sourceId)
    if (ids.length === 0) continue
    const { docs } = await payload.find({
      collection: noun,
      where: { sourceId: { in: ids } },
      select: { sourceId: true },
      pagination: false,
      depth: 0,
      overrideAccess: true,
    })
    for (const doc of docs) known.add(`${noun} ${doc.sourceId}`)
  }
  return known
}

async function store(payload: Payload, record: ArchiveRecord, req: PayloadRequest): Promise<void> {
  const common = {
    title: record.title,
    body: record.text ? lexicalFromBody(bodyFromText(record.text)) : null,
    publishedOn: record.day,
    sourceId: record.sourceId,
    _status: record.isDraft ? 'draft' : 'published',
  }
  const address = () => ({ slug: `${slugOf(record.title, 60) || record.noun}-${slugOf(record.sourceId, 24)}` })
  const data = {
    acts: () => {
      const { kind, number, character, topic, votes, isEnded } = record as Extract<ArchiveRecord, { noun: 'acts' }>
      return {
        ...common,
        kind,
        number,
        adoptedOn: record.day,
        character,
        topic,
        votes: votes ?? {},
        endedKind: isEnded ? 'repealed' : null,
      }
    },
    announcements: () => ({
      ...common,
      ...address(),
      category: (record as Extract<ArchiveRecord, { noun: 'announcements' }>).category,
    }),
    documents: () => ({
      ...common,
      ...address(),
      type: (record as Extract<ArchiveRecord, { noun: 'documents' }>).type,
      documentOn: record.day,
    }),
  }[record.noun]()
  await payload.create({
    collection: record.noun,
    data: data as never,
    req,
    depth: 0,
    draft: record.isDraft,
    overrideAccess: true,
  })
}
