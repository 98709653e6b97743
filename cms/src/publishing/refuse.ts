import { type PayloadRequest, ValidationError } from 'payload'

/** Why a save was refused: the field, and a sentence that says what to do. */
export type FieldRefusal = { path: string; message: string }

/**
 * Refuses a save: each sentence stands at its field and in the message on top, in the clerk's language.
 * @throws ValidationError
 */
export function refuse(req: PayloadRequest, collection: string, refusals: readonly FieldRefusal[]): never {
  const errors = refusals.map(({ path, message }) => ({ path, message, label: message }))
  throw new ValidationError({ collection, errors, req }, req.t)
}
