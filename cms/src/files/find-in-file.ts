import { createReadStream } from 'node:fs'

/** What is looked for may lie across two pieces of a file. */
const overlap = 4_096

/**
 * Goes through a file piece by piece, as text of one byte a character, without holding it in memory. `look` is given
 * each piece with the end of the one before, and where it begins; it answers true when it has seen enough.
 */
export async function goThroughFile(
  file: string,
  look: (text: string, beginsAt: number) => boolean | Promise<boolean>,
  from = 0,
): Promise<void> {
  let kept = ''
  let position = from
  for await (const chunk of createReadStream(file, { start: from, highWaterMark: 1024 * 1024 })) {
    const text = kept + (chunk as Buffer).toString('latin1')
    if (await look(text, position - kept.length)) return
    position += (chunk as Buffer).length
    kept = text.slice(-overlap)
  }
}
