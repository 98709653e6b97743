import { createReadStream } from 'node:fs'

/** Their absence is what makes a text plain. */
const controlCharacters = /[^\P{Cc}\t\n\v\f\r]/u

/** Whether a file is nothing but text in UTF-8. */
export async function isPlainText(file: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of createReadStream(file))
      if (controlCharacters.test(decoder.decode(chunk as Buffer, { stream: true }))) return false
    return !controlCharacters.test(decoder.decode())
  } catch {
    return false
  }
}
