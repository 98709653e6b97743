/**
 * The port of the search: what finds public documents, whatever engine stands behind it.
 * It speaks plain text, calendar days and the words of the public addresses; it knows no record and no page.
 */

/** In force, repealed, or a draft under consultation; in the words of the public address. */
export type DocumentState = 'in_vigoare' | 'abrogata' | 'proiect'

/** The registers whose acts a number can name. */
export type ActKind = 'hotarare' | 'dispozitie'

export type ActNumber = { kind: ActKind; number: number; year: number }

/** Everything of one public document that may be found. Nothing private belongs in it: what is here, is found. */
export type SearchDocument = {
  /** Unique in the index, stable for the life of the document: "acts:12". */
  id: string
  /** Grows with every save; an older revision never replaces a newer one. */
  revision: number
  /** A value of the facet "kind", in the words of the public address: hotarare, dispozitie, anunt, document. */
  kind: string
  /** Where a citizen reads it: "/hotarari/2024/45/". */
  url: string
  title: string
  /** The day that a reader would call the document's date, YYYY-MM-DD. */
  date: string
  /** A value of the facet "year"; of an act, the year of its number. */
  year: number
  category: string | null
  state: DocumentState | null
  /** Its own number, when it is an act of a register. */
  act: ActNumber | null
  /** The id that an import gave it. */
  sourceId: string | null
  /** The lead and the body as plain text, paragraphs on lines of their own. */
  text: string
  files: readonly SearchFile[]
}

/** A file of the document whose text is searched with it, page by page. */
export type SearchFile = {
  name: string
  /** Where the file is read; null when only its text is public. */
  url: string | null
  pages: readonly { number: number; text: string }[]
}

/**
 * What somebody looks for. Every text is safe to hand over as it was typed: it is never taken for syntax of an engine.
 * Values of one facet are alternatives; facets narrow each other. An unknown value finds nothing and is no error.
 */
export type SearchQuery = {
  /** Words, phrases in any quotes, numbers of acts, days. Empty: everything, newest first. Cut at `maxQueryLength`. */
  text: string
  kinds?: readonly string[]
  years?: readonly number[]
  categories?: readonly string[]
  states?: readonly DocumentState[]
  order?: 'relevance' | 'date'
  /** From 1. A page after the last one has no hits, and its totals are still right. */
  page?: number
  /** At most `maxPerPage`. */
  perPage?: number
  /** Takes the words as they stand: the way to undo a correction. */
  asTyped?: boolean
}

export const maxQueryLength = 500
export const maxPerPage = 100

export type SearchAnswer = {
  total: number
  /** Whether `total` and the facets count exactly; an engine that stops counting says so. */
  totalIsExact: boolean
  /** The query that was answered in place of the typed one, or null when the typed one was. */
  corrected: string | null
  /** Words of the query that no answer could hold together with the others, and that were therefore left out. */
  omitted: readonly string[]
  /** The one act that the query names by its number; it is the first of the hits as well, when filters let it. */
  direct: SearchHit | null
  facets: SearchFacets
  hits: readonly SearchHit[]
}

/**
 * How many documents each value has. The counts of a facet respect the query and the filters of the other facets,
 * not those of its own: they say what choosing one more value would bring. Most frequent first; years newest first.
 */
export type SearchFacets = {
  kind: readonly FacetCount<string>[]
  year: readonly FacetCount<number>[]
  category: readonly FacetCount<string>[]
  state: readonly FacetCount<DocumentState>[]
}

export type FacetCount<Value> = { value: Value; count: number }

export type SearchHit = {
  id: string
  url: string
  kind: string
  date: string
  category: string | null
  state: DocumentState | null
  act: ActNumber | null
  sourceId: string | null
  title: readonly TextSegment[]
  /** The place that answers best, cut to about two lines; "…" stands where text was left out. */
  snippet: readonly TextSegment[]
  /** The file and its page that the snippet is from; null when it is from the document's own text. */
  place: { fileName: string; fileUrl: string | null; page: number } | null
}

/** A piece of text, spelled with comma letters; `isMatch` where it is what was looked for. Joined they are the text. */
export type TextSegment = { text: string; isMatch: boolean }

/** What may complete the words being typed: a document to go to (`url`), or words to search for. */
export type Suggestion =
  | { kind: 'document'; text: string; url: string; documentKind: string }
  | { kind: 'words'; text: string }

export type SearchChange = { kind: 'upsert'; document: SearchDocument } | { kind: 'remove'; id: string }

/** Words or phrases that mean the same: ["PUG", "plan urbanistic general"]. */
export type SynonymGroup = readonly string[]

export type IndexHealth =
  /** It answers. `isCurrent` is false when another version of the analyser wrote it: it wants a rebuild. */
  | { kind: 'ready'; documents: number; analyserVersion: string; isCurrent: boolean }
  /** It answers, and nothing was ever indexed. */
  | { kind: 'empty' }
  | { kind: 'down'; reason: string }

export type RebuildOutcome =
  | { kind: 'rebuilt'; documents: number }
  /** Another rebuild is under way, here or in another process; this one did nothing. */
  | { kind: 'busy' }

/** Safe under concurrent use, in one process and in several. Methods throw `SearchUnavailable` when the engine is. */
export interface SearchIndex {
  search(query: SearchQuery): Promise<SearchAnswer>

  /** For each keystroke: documents and words that begin with, or hold, what was typed; none for less than two letters. */
  suggest(typed: string, limit?: number): Promise<readonly Suggestion[]>

  /**
   * Brings changes in, in their order, all or none. When it has resolved, they are found. An upsert of a revision
   * older than the one indexed does nothing; a change repeated does nothing.
   */
  apply(changes: readonly SearchChange[]): Promise<void>

  /**
   * Replaces everything by these documents: beside the index in use, which answers until the moment of the swap.
   * Changes applied meanwhile are in both. Ended halfway, it leaves the index in use whole.
   * `documents` is first asked after the rebuild has begun, so whatever is applied before is in what it reads.
   */
  rebuild(documents: AsyncIterable<SearchDocument>): Promise<RebuildOutcome>

  /** Every indexed document in the order of its id, for comparing with the record. */
  revisions(): AsyncIterable<{ id: string; revision: number }>

  /** Replaces what clerks gave; in effect for the next query of every process within a second. */
  setSynonyms(groups: readonly SynonymGroup[]): Promise<void>

  /** Never throws. */
  health(): Promise<IndexHealth>

  close(): Promise<void>
}

export type SearchIndexOptions = {
  /**
   * Asked at each query: ids whose removal is committed in the record and perhaps not yet indexed. They are left out
   * of hits, suggestions, totals and facets, so that what is withdrawn is gone at once.
   */
  pendingRemovals?: () => Promise<readonly string[]>
}

/** The engine did not answer in time (`slow`) or at all (`down`). Nothing is wrong with the query. */
export class SearchUnavailable extends Error {
  override readonly name = 'SearchUnavailable'
  readonly reason: 'slow' | 'down'

  constructor(reason: 'slow' | 'down', cause: unknown) {
    super(`The search engine is ${reason}`, { cause })
    this.reason = reason
  }
}
