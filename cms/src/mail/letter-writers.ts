import type { Payload } from 'payload'

/** A letter that waits, as the noun that it is about has put it into the outbox. */
export type WaitingLetter = {
  id: string
  kind: string
  recipient: string
  noun: string
  recordId: number | null
  data: Record<string, unknown>
}

export type Letter = {
  subject: string
  text: string
  /** What the letter is about, for its Message-ID: the same for every attempt. */
  about: string
  /** Where the recipient ends such letters. */
  endAddress?: string | null
}

/**
 * Writes a letter when it is time to send it, so that codes and links are stored nowhere. Null when nobody wants it any
 * more, or what it was about has gone: it is dropped.
 */
export type LetterWriter = (
  payload: Payload,
  letter: WaitingLetter,
  sender: { townHall: string; phone: string | null },
) => Promise<Letter | null>
export type LetterWriters = Readonly<Record<string, LetterWriter>>
