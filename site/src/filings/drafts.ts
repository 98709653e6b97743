import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { FormDefinition } from '@avizier/cms/forms'
import { readKept, sweep, syncFolder, writeDurably } from '../spool/durable-files.ts'
import { tokenLife } from './form-token.ts'
import { Draft } from './kept-file.ts'

/**
 * What is being filled in, on the disk under the id of its token: it outlives a restart of the site, is found by its
 * address alone, and goes when it is filed or after two days. Files that came for it stand in a folder beside it.
 */
export class Drafts {
  readonly #folder: string

  constructor(filingsFolder: string) {
    this.#folder = filingsFolder
  }

  async read(id: string): Promise<Draft | null> {
    const kept = Draft.safeParse(await readKept(this.#place(id)))
    return kept.success ? kept.data : null
  }

  write(id: string, draft: Draft): Promise<void> {
    return writeDurably(this.#place(id), JSON.stringify(draft))
  }

  /** Where the files of a draft are received. */
  filesOf = (id: string): string => path.join(this.#folder, 'quarantine', id)

  /** Files that came before it was known which filing they belong to. */
  async adoptFiles(from: string, to: string): Promise<void> {
    await mkdir(this.filesOf(to), { recursive: true, mode: 0o700 })
    for (const name of await readdir(this.filesOf(from)))
      await rename(path.join(this.filesOf(from), name), path.join(this.filesOf(to), name))
    await rm(this.filesOf(from), { recursive: true, force: true })
    await syncFolder(this.filesOf(to))
  }

  /** Forgets what was written; its files go with it, unless they are being filed. */
  async remove(id: string, { isFiled = false } = {}): Promise<void> {
    await rm(this.#place(id), { force: true })
    if (!isFiled) await rm(this.filesOf(id), { recursive: true, force: true })
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

  async sweep(): Promise<void> {
    await sweep(path.join(this.#folder, 'drafts'), tokenLife)
  }

  #place(id: string): string {
    return path.join(this.#folder, 'drafts', `${id}.json`)
  }

  #definition(slug: string, version: number): string {
    return path.join(this.#folder, 'definitions', `${slug}-${version}.json`)
  }
}
