import { createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import path from 'node:path'
import type { FormDefinition } from '@avizier/cms/forms'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { CmsClient } from '../cms-client.ts'
import { Quarantine } from '../files/quarantine.ts'
import type { ReadModel } from '../read-model/read-model.ts'
import { todayInBucharest } from '../read-model/today.ts'
import { visitorOf } from '../server/visitor.ts'
import { Drafts } from './drafts.ts'
import { type FilingSpool, openFilingSpool } from './filing-spool.ts'
import { draftVersion, type FormToken, tokenLife } from './form-token.ts'

/** So many filings of one address in ten minutes are looked at by a person; none is turned away. */
const many = { points: 20, duration: 600 }

/** Everything that filing needs: drafts, the way to the record, and the secret that signs. */
export class FilingDesk {
  readonly drafts: Drafts
  readonly quarantine: Quarantine
  readonly spool: FilingSpool
  readonly cms: CmsClient
  readonly secret: string
  readonly #readModel: () => ReadModel | null
  readonly #folder: string
  readonly #filings = new RateLimiterMemory({ keyPrefix: 'filings', ...many })

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
    this.#folder = path.join(dataDir, 'site', 'filings')
    this.secret = createHmac('sha256', token).update('filings of the site').digest('hex')
    this.cms = cms
    this.#readModel = readModel
    this.quarantine = new Quarantine(path.join(this.#folder, 'quarantine'))
    this.drafts = new Drafts(this.#folder, this.quarantine)
    this.spool = openFilingSpool({ folder: this.#folder, cms, say })
  }

  /** The form as it is offered now; null when it is not. */
  offered(slug: string): FormDefinition | null {
    return this.#readModel()?.reader(todayInBucharest).form(slug)?.definition ?? null
  }

  /** The form that a page of this token was made of. */
  formOf(slug: string, token: Pick<FormToken, 'id' | 'version'>): Promise<FormDefinition | null> {
    return token.version === draftVersion ? this.drafts.walked(token.id) : this.definition(slug, token.version)
  }

  /** The version that a page was made of, or that is offered. */
  async definition(slug: string, version: number): Promise<FormDefinition | null> {
    const offered = this.offered(slug)
    return offered?.version === version ? offered : this.drafts.definition(slug, version)
  }

  visitorOf = (request: IncomingMessage): string => visitorOf(request, this.secret)

  /** Whether this is one of very many from an address. */
  async isOneOfMany(visitor: string): Promise<boolean> {
    return this.#filings.consume(visitor).then(
      () => false,
      () => true,
    )
  }

  /** Removes what nobody needs: old drafts, files that were never filed, answers nobody looks up. */
  async sweep(): Promise<void> {
    await Promise.all([this.drafts.sweep(), this.spool.sweep(), this.spool.sweepFiles(tokenLife)])
  }
}
