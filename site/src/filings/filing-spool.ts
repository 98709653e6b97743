import path from 'node:path'
import type { CmsClient } from '../cms-client.ts'
import { Spool, type SpoolKind, type TakenOutcome } from '../spool/spool.ts'
import { receiptLife } from './form-token.ts'
import { digestOf, KeptAnswer, KeptFiling } from './kept-filing.ts'

export type FilingSpool = Spool<KeptFiling, KeptAnswer>
export type TakenFiling = TakenOutcome<KeptFiling, KeptAnswer>
type Record = Pick<CmsClient, 'fileFor' | 'putFiledBytes'>

/** Filings on their way to the record. */
export const openFilingSpool = ({
  folder,
  cms,
  say,
}: {
  folder: string
  cms: Record
  say: (sentence: string) => void
}): FilingSpool => new Spool({ folder, kind: filingKind(cms), say })

const filingKind = (cms: Record): SpoolKind<KeptFiling, KeptAnswer> => ({
  words: { one: 'A filing', many: 'filings' },
  item: KeptFiling,
  answer: KeptAnswer,
  digestOf,
  patience: 1_300,
  answerLife: receiptLife,
  send: async (filing, { files: folder, timeout }) => {
    const { key, form, version, answers, files, receivedAt, review } = filing
    for (const { id, sha256, bytes } of files)
      await cms.putFiledBytes(sha256, path.join(folder, id), { timeout: timeout + Math.ceil(bytes / 10_000) })
    const named = files.map(({ name, sha256, bytes, mimeType }) => ({ name, sha256, bytes, mimeType }))
    const outcome = await cms.fileFor({ key, form, version, answers, files: named, receivedAt, review }, { timeout })
    if (outcome.kind === 'refused') return outcome
    const email = typeof answers['email'] === 'string' ? answers['email'] : null
    return { kind: 'answered', answer: { kind: 'registered', ...answerBase(filing), receipt: outcome.receipt, email } }
  },
  setAside: (filing) => ({ kind: 'set-aside', ...answerBase(filing) }),
})

const answerBase = (filing: KeptFiling) => {
  const { key, form, title, receivedAt } = filing
  return { key, form, title, receivedAt, digest: digestOf(filing) }
}
