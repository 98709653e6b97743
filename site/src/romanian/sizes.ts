import type { PublicFile } from '@avizier/cms/files'
import { countOf, nouns } from './plural.ts'

const oneDecimal = new Intl.NumberFormat('ro-RO', { maximumFractionDigits: 1 })

/** "412 KB", "1,8 MB" */
export function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${oneDecimal.format(bytes / 1024 / 1024)} MB`
}

/** "PDF, 412 KB, 4 pagini" */
export function fileFacts(file: PublicFile): string {
  const kind = (file.name.split('.').at(-1) ?? '').toUpperCase()
  return [kind, sizeOf(file.bytes), ...(file.pages ? [countOf(file.pages, nouns.page)] : [])].join(', ')
}

/** A fingerprint in groups of eight, to be read aloud or compared by eye. */
export const grouped = (sha256: string) => sha256.match(/.{8}/g)?.join(' ') ?? sha256
