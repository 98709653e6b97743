import { openAsBlob } from 'node:fs'
import { ChangesPage, Preview } from '@avizier/cms/changes'
import { FilingRefusal, type FilingRequest, SubmissionReceipt } from '@avizier/cms/filings'
import { Reading } from '@avizier/cms/readings'
import { EntryStatus, type StatusQuestion } from '@avizier/cms/registry'
import {
  NearbyReports,
  type Point,
  type ReporterAnswer,
  ReportReceipt,
  ReportRefusal,
  ReportStatus,
  type ReportSubmission,
} from '@avizier/cms/reports'
import type { Searches } from '@avizier/cms/search'
import { z } from 'zod'

export type FiledOutcome =
  | { kind: 'registered'; receipt: SubmissionReceipt }
  | { kind: 'refused'; status: number; faults: FilingRefusal['erori'] }

export type ReportedOutcome =
  | { kind: 'registered'; receipt: ReportReceipt }
  | { kind: 'refused'; status: number; faults: ReportRefusal['erori'] }

/** What the record makes of a question or a word about a report that is there. */
export type ReportAnswerOutcome =
  | { kind: 'taken'; standing: string }
  | { kind: 'wrong' }
  | { kind: 'too-many' }
  | { kind: 'refused'; sentence: string }

export type StatusOutcome = { kind: 'found'; status: EntryStatus } | { kind: 'wrong' } | { kind: 'too-many' }

const ReportStanding = z.object({ stadiu: z.string() })

/** The record answers, and cannot do what it is asked. */
export class RecordIsIll extends Error {}

/** The only code that knows the record's address. Every answer is checked against the contract. */
export class CmsClient {
  readonly #url: string
  readonly #token: string

  constructor({ url, token }: { url: string; token: string }) {
    this.#url = url
    this.#token = token
  }

  /** The changes after a position; with none it waits at the record, up to `wait` seconds (0..25). */
  async changes({
    after,
    limit,
    wait,
    signal,
  }: {
    after: number
    limit: number
    wait: number
    signal?: AbortSignal
  }): Promise<ChangesPage> {
    const response = await this.#ask(`/api/changes?after=${after}&limit=${limit}&wait=${wait}`, {
      signal: AbortSignal.any([...(signal ? [signal] : []), AbortSignal.timeout((wait + 20) * 1000)]),
    })
    if (!response.ok) throw new Error(`The record answered ${response.status} to the change feed`)
    return ChangesPage.parse(await response.json())
  }

  /** The bytes of a published file; null when the record has none of that fingerprint. */
  async file(sha256: string): Promise<Uint8Array | null> {
    const response = await this.#ask(`/api/changes/files/${sha256}`, { signal: AbortSignal.timeout(120_000) })
    if (response.status === 404) return null
    if (!response.ok) throw new Error(`The record answered ${response.status} for file ${sha256}`)
    return new Uint8Array(await response.arrayBuffer())
  }

  /** The machine-read text of a published file; null while it has not been read. */
  async reading(sha256: string): Promise<Reading | null> {
    const response = await this.#ask(`/api/changes/files/${sha256}/reading`, { signal: AbortSignal.timeout(60_000) })
    if (response.status === 404) return null
    if (!response.ok) throw new Error(`The record answered ${response.status} for the text of file ${sha256}`)
    return Reading.parse(await response.json())
  }

  /** Tells the record what was searched, added up. */
  async tellSearches(searches: Searches): Promise<void> {
    const response = await this.#ask('/api/searches', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(searches),
      signal: AbortSignal.timeout(10_000),
    })
    if (!response.ok) throw new Error(`The record answered ${response.status} to what was searched`)
  }

  /** Hands a filing over. @throws RecordIsIll, or what the network throws, when nobody knows whether it was taken. */
  async fileFor(request: FilingRequest, { timeout }: { timeout: number }): Promise<FiledOutcome> {
    const response = await this.#post('/api/filings', request, timeout)
    const body: unknown = await response.json().catch(() => null)
    if (response.status === 201) return { kind: 'registered', receipt: SubmissionReceipt.parse(body) }
    const refusal = [404, 409, 422].includes(response.status) ? FilingRefusal.safeParse(body) : null
    if (refusal?.success) return { kind: 'refused', status: response.status, faults: refusal.data.erori }
    throw new RecordIsIll(`The record answered ${response.status} to a filing`)
  }

  /** Hands over the bytes of a file, before the filing that names it. */
  async putFiledBytes(sha256: string, place: string, { timeout }: { timeout: number }): Promise<void> {
    const response = await this.#ask(`/api/filings/files/${sha256}`, {
      method: 'PUT',
      body: await openAsBlob(place),
      signal: AbortSignal.timeout(timeout),
    })
    if (!response.ok) throw new RecordIsIll(`The record answered ${response.status} to the bytes of a filing`)
  }

  /** Where a document stands. */
  async status(question: StatusQuestion): Promise<StatusOutcome> {
    const response = await this.#post('/api/filings/status', question, 5_000)
    if (response.status === 404) return { kind: 'wrong' }
    if (response.status === 429) return { kind: 'too-many' }
    if (!response.ok) throw new RecordIsIll(`The record answered ${response.status} to a question about a document`)
    return { kind: 'found', status: EntryStatus.parse(await response.json()) }
  }

  /** The receipt of a registered document, as PDF; null for a wrong pair. */
  async receipt(question: StatusQuestion): Promise<Uint8Array | null> {
    const response = await this.#post('/api/filings/receipt', question, 15_000)
    if (response.status === 404) return null
    if (!response.ok) throw new RecordIsIll(`The record answered ${response.status} to a question for a receipt`)
    return new Uint8Array(await response.arrayBuffer())
  }

  /** Hands a report over. @throws RecordIsIll, or what the network throws, when nobody knows whether it was taken. */
  async report(submission: ReportSubmission, { timeout }: { timeout: number }): Promise<ReportedOutcome> {
    const response = await this.#post('/api/reports', submission, timeout)
    const body: unknown = await response.json().catch(() => null)
    if (response.status === 201) return { kind: 'registered', receipt: ReportReceipt.parse(body) }
    const refusal = [404, 409, 422].includes(response.status) ? ReportRefusal.safeParse(body) : null
    if (refusal?.success) return { kind: 'refused', status: response.status, faults: refusal.data.erori }
    throw new RecordIsIll(`The record answered ${response.status} to a report`)
  }

  /** Hands over a photo or a video, before the report that names it. */
  async putReportMedia(sha256: string, place: string, { timeout }: { timeout: number }): Promise<void> {
    const response = await this.#ask(`/api/reports/media/${sha256}`, {
      method: 'PUT',
      body: await openAsBlob(place),
      signal: AbortSignal.timeout(timeout),
    })
    if (!response.ok) throw new RecordIsIll(`The record answered ${response.status} to a photo of a report`)
  }

  /** Where a report stands, for who has its code; null for a wrong pair, and when too many were tried. */
  async reportStatus(question: { numar: string; cod: string; adresa: string }): Promise<ReportStatus | null> {
    const response = await this.#post('/api/reports/status', question, 5_000)
    if (response.status === 404 || response.status === 429) return null
    if (!response.ok) throw new RecordIsIll(`The record answered ${response.status} to a question about a report`)
    return ReportStatus.parse(await response.json())
  }

  /** The reporter's own word: it is done, or it is not. */
  async answerReport(answer: ReporterAnswer): Promise<ReportAnswerOutcome> {
    const response = await this.#post('/api/reports/answer', answer, 10_000)
    const body: unknown = await response.json().catch(() => null)
    if (response.ok) return { kind: 'taken', standing: ReportStanding.parse(body).stadiu }
    if (response.status === 404) return { kind: 'wrong' }
    if (response.status === 429) return { kind: 'too-many' }
    const refusal = [409, 422].includes(response.status) ? ReportRefusal.safeParse(body) : null
    if (refusal?.success) return { kind: 'refused', sentence: refusal.data.erori[0]?.mesaj ?? '' }
    throw new RecordIsIll(`The record answered ${response.status} to the reporter's word`)
  }

  /** Asks that somebody be told of every step; whether the address follows already nobody learns. */
  async followReport(request: {
    numar: string
    email: string
    adresa: string
  }): Promise<'taken' | 'wrong' | 'too-many'> {
    const response = await this.#post('/api/reports/follow', request, 10_000)
    if (response.status === 404) return 'wrong'
    if (response.status === 429) return 'too-many'
    if (!response.ok) throw new RecordIsIll(`The record answered ${response.status} to who wants to follow a report`)
    return 'taken'
  }

  /** The link of a letter: begins or ends following. @returns whether the link is good */
  async settleFollow(action: 'confirm' | 'end', jeton: string): Promise<boolean> {
    const response = await this.#post(`/api/reports/follow/${action}`, { jeton }, 10_000)
    if (response.status === 404) return false
    if (!response.ok) throw new RecordIsIll(`The record answered ${response.status} to the link of a letter`)
    return true
  }

  async nearbyReports(question: { point: Point; category: string }): Promise<NearbyReports['sesizari']> {
    const response = await this.#post('/api/reports/nearby', question, 3_000)
    if (!response.ok) throw new RecordIsIll(`The record answered ${response.status} to what is nearby`)
    return NearbyReports.parse(await response.json()).sesizari
  }

  /** A draft by its link; null when the link is wrong or has expired. */
  async preview(token: string): Promise<Preview | null> {
    const response = await fetch(`${this.#url}/api/preview/${encodeURIComponent(token)}`, {
      signal: AbortSignal.timeout(10_000),
    })
    if (response.status === 404) return null
    if (!response.ok) throw new Error(`The record answered ${response.status} to a preview`)
    return Preview.parse(await response.json())
  }

  #post(path: string, body: object, timeout: number): Promise<Response> {
    return this.#ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeout),
    })
  }

  #ask(path: string, init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> }): Promise<Response> {
    return fetch(this.#url + path, { ...init, headers: { ...init.headers, authorization: `Bearer ${this.#token}` } })
  }
}
