/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    reader: import('./read-model/reader.ts').Reader
    titleFilter: import('./read-model/reader.ts').TitleFilter
    /** The public origin, without a slash at the end. */
    origin: string
    showsElements: boolean
    preview(token: string): Promise<import('@avizier/cms/changes').Preview | null>
  }
}
