import { rm } from 'node:fs/promises'
import path from 'node:path'
import { FormDefinition } from '@avizier/cms/forms'
import type { Quarantine } from '../files/quarantine.ts'
import { readKept, sweep, writeDurably } from '../spool/durable-files.ts'
import { tokenLife } from './form-token.ts'
import { Draft, emptyDraft } from './kept-file.ts'

/**
 * What is being filled in, on the disk under the id of its token: it outlives a restart of the site, is found by its
 * address alone, and goes when it is filed or after two days. Files that came for it stand in quarantine under the
 * same id, which alone says which there are.
 */
export class Drafts {
  readonly #folder: string
  readonly #quarantine: Quarantine

  constructor(filingsFolder: string, quarantine: Quarantine) {
    this.#folder = filingsFolder
    this.#quarantine = quarantine
  }

  async read(id: string): Promise<Draft | null> {
    const kept = Draft.safeParse(await readKept(this.#place(id)))
    const files = await this.#quarantine.filesOf(id)
    if (!kept.success && files.length === 0) return null
    return { ...(kept.success ? kept.data : emptyDraft), files }
  }

  write(id: string, draft: Draft): Promise<void> {
    return writeDurably(this.#place(id), JSON.stringify({ ...draft, files: [] } satisfies Draft))
  }

  /** Forgets what was written; its files go with it, unless they are being filed. */
  async remove(id: string, { isFiled = false } = {}): Promise<void> {
    await rm(this.#place(id), { force: true })
    if (!isFiled) await this.#quarantine.removeAll(id)
  }

  /** Keeps the version that a page was made of, so that it can be answered after the form was changed. */
  async keepDefinition(definition: FormDefinition): Promise<void> {
    const place = this.#definition(definition.slug, definition.version)
    if (!(await readKept(place))) await writeDurably(place, JSON.stringify(definition))
  }

  async definition(slug: string, version: number): Promise<FormDefinition | null> {
    const kept = FormDefinition.safeParse(await readKept(this.#definition(slug, version)))
    return kept.success ? kept.data : null
  }

  /** Keeps a form that is not published, for one walk through its pages. */
  async keepWalked(id: string, definition: FormDefinition): Promise<void> {
    await writeDurably(this.#walked(id), JSON.stringify(definition))
  }

  async walked(id: string): Promise<FormDefinition | null> {
    const kept = FormDefinition.safeParse(await readKept(this.#walked(id)))
    return kept.success ? kept.data : null
  }

  async sweep(): Promise<void> {
    await sweep(path.join(this.#folder, 'drafts'), tokenLife)
  }

  #place(id: string): string {
    return path.join(this.#folder, 'drafts', `${id}.json`)
  }

  #walked(id: string): string {
    return path.join(this.#folder, 'drafts', `${id}.form.json`)
  }

  #definition(slug: string, version: number): string {
    return path.join(this.#folder, 'definitions', `${slug}-${version}.json`)
  }
}
