import { endingsOf } from '../../files/file-kinds.ts'
import type { FieldOf, FileAnswer } from '../contract.ts'
import { answered, faultOf, none, readLine } from './written.ts'

/** The files received for a field, each `{ id, name, bytes, sha256? }`, in their order. */
export function parseFiles(raw: unknown, { kinds, maxBytes, maxCount }: FieldOf<'file'>) {
  const given = (Array.isArray(raw) ? raw : [raw]).filter((each) => each !== undefined && each !== null && each !== '')
  if (given.length === 0) return none
  if (given.length > maxCount) return faultOf('files-too-many')
  const endings = kinds.flatMap(endingsOf)
  const files: FileAnswer[] = []
  for (const each of given) {
    const file = fileOf(each)
    if (!file || files.some(({ id }) => id === file.id)) return faultOf('file-unknown')
    if (!endings.includes(file.name.toLowerCase().split('.').at(-1) ?? '')) return faultOf('file-kind')
    if (file.bytes > maxBytes) return faultOf('file-too-large')
    files.push(file)
  }
  return answered(files)
}

function fileOf(raw: unknown): FileAnswer | null {
  if (typeof raw !== 'object' || raw === null) return null
  const { id, name, bytes, sha256 = null } = raw as Record<string, unknown>
  if (typeof id !== 'string' || !/^[\w-]{1,200}$/.test(id)) return null
  if (typeof bytes !== 'number' || !Number.isSafeInteger(bytes) || bytes < 1) return null
  if (sha256 !== null && (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256))) return null
  const line = readLine(name, 200)
  return line.kind === 'value' ? { id, name: line.value, bytes, sha256 } : null
}

export const showFiles = (files: readonly FileAnswer[]) => files.map(({ name }) => name).join('\n')
