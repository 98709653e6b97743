/// <reference types="astro/client" />

declare namespace App {
  /** Given by whoever renders: the publisher, or the server for pages that are made on request. */
  interface Locals {
    reader: import('./read-model/reader.ts').Reader
    /** What the server alone gives; the publisher writes no page that asks for it. */
    searchIndex: import('@avizier/search/search-index').SearchIndex | null
    searchedWords: import('./search/searched-words.ts').SearchedWords
    /** The text of the file whose reading is rendered; only there. */
    reading: import('@avizier/cms/readings').Reading | null
    /** A page of filing, made ready by the server; no other page has one. */
    filingPage?: import('./filings/filing-page.ts').FilingPage
    /** A page about reports, made ready by the server; no other page has one. */
    reportPage?: import('./reports/report-page.ts').ReportPage
    /** The public origin, without a slash at the end. */
    origin: string
    showsElements: boolean
    preview(token: string): Promise<import('@avizier/cms/changes').Preview | null>
  }
}
