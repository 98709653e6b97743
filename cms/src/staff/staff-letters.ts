import { z } from 'zod'
import type { LetterWriter } from '../mail/letter-writers.ts'

const StaffLetter = z.object({ subject: z.string(), text: z.string() })

/** A letter to somebody who works here says what it was given: the link in it is made when it is asked for. */
export const staffLetters: LetterWriter = async (_, { data, id }) => {
  const letter = StaffLetter.safeParse(data)
  return letter.success ? { ...letter.data, about: `staff-${id}` } : null
}
