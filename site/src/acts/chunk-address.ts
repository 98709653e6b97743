import type { ActChunk } from '../read-model/reader.ts'

/** The chunk that an address part such as `nr-101-200` names, if the year has it. */
export function readChunk(segment: string, chunks: readonly ActChunk[]): ActChunk | null {
  const [, from, to] = /^nr-(\d+)-(\d+)$/.exec(segment) ?? []
  return chunks.find((chunk) => chunk.from === Number(from) && chunk.to === Number(to)) ?? null
}
