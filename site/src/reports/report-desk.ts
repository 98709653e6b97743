import { createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import path from 'node:path'
import type { PublicReport, ReportCategory } from '@avizier/cms/reports'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { CmsClient } from '../cms-client.ts'
import { Quarantine } from '../files/quarantine.ts'
import { type FormToken, issueToken, readToken, receiptLife } from '../filings/form-token.ts'
import type { ReadModel } from '../read-model/read-model.ts'
import type { SqliteReader } from '../read-model/sqlite-reader.ts'
import { todayInBucharest } from '../read-model/today.ts'
import { visitorOf } from '../server/visitor.ts'
import { ReportDrafts } from './report-draft.ts'
import { openReportSpool, type ReportSpool } from './report-spool.ts'

/** So many reports of one address in ten minutes are looked at by a person; none is turned away. */
const many = { points: 10, duration: 600 }
/** So many questions about what is nearby, or for tokens, of one address in a minute: each is cheap, and asked often. */
const asking = { points: 60, duration: 60 }

/** One form of reports: its token is of no other form. */
const form = { slug: 'sesizari', version: 1 }

/** Everything that reporting needs: drafts, files under way, the way to the record, and the secret that signs. */
export class ReportDesk {
  readonly drafts: ReportDrafts
  readonly quarantine: Quarantine
  readonly spool: ReportSpool
  readonly cms: CmsClient
  readonly secret: string
  readonly #readModel: () => ReadModel | null
  readonly #reports = new RateLimiterMemory({ keyPrefix: 'reports', ...many })
  readonly #questions = new RateLimiterMemory({ keyPrefix: 'questions', ...asking })

  constructor({
    dataDir,
    token,
    cms,
    readModel,
    say = (sentence) => console.log(sentence),
  }: {
    dataDir: string
    token: string
    cms: CmsClient
    readModel: () => ReadModel | null
    say?: (sentence: string) => void
  }) {
    const folder = path.join(dataDir, 'site', 'reports')
    this.secret = createHmac('sha256', token).update('reports of the site').digest('hex')
    this.cms = cms
    this.#readModel = readModel
    this.quarantine = new Quarantine(path.join(folder, 'quarantine'))
    this.drafts = new ReportDrafts(path.join(folder, 'drafts'))
    this.spool = openReportSpool({ folder, cms, say })
  }

  get reader(): SqliteReader | null {
    return this.#readModel()?.reader(todayInBucharest) ?? null
  }

  get categories(): ReportCategory[] {
    return this.reader?.reporting()?.categories ?? []
  }

  get villages(): string[] {
    return this.reader?.institution().villages.map(({ name }) => name) ?? []
  }

  publicReport(number: string): PublicReport | null {
    return this.reader?.report(number) ?? null
  }

  issueToken = (): FormToken => issueToken(this.secret, form)

  /** A phone may wait for a network longer than a page lies open: a token of reports is good for as long as its receipt. */
  readToken = (text: unknown): FormToken | null => readToken(this.secret, form.slug, text, { maxAge: receiptLife })

  visitorOf = (request: IncomingMessage): string => visitorOf(request, this.secret)

  /** Whether this is one of very many from an address. */
  isOneOfMany = (visitor: string): Promise<boolean> => isOver(this.#reports, visitor)

  mayAsk = async (visitor: string): Promise<boolean> => !(await isOver(this.#questions, visitor))

  /** Removes what nobody needs: old drafts, files that were never sent, answers nobody looks up. */
  async sweep(): Promise<void> {
    const life = 48 * 3_600_000
    await Promise.all([this.drafts.sweep(life), this.spool.sweep(), this.spool.sweepFiles(life)])
  }
}

const isOver = (limiter: RateLimiterMemory, visitor: string): Promise<boolean> =>
  limiter.consume(visitor).then(
    () => false,
    () => true,
  )
