import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** What a page that asks carries: which filing it belongs to, of which version of which form, and since when. */
export type FormToken = { id: string; version: number; issuedAt: number; text: string }

const macOf = (secret: string, slug: string, rest: string) =>
  createHmac('sha256', secret).update(`form token\0${slug}\0${rest}`).digest('base64url').slice(0, 22)

/** Signed, so that nobody invents one; its id names the filing, so that sent twice it is filed once. */
export function issueToken(
  secret: string,
  form: { slug: string; version: number },
  { now = Date.now(), id = randomBytes(16).toString('base64url') }: { now?: number; id?: string } = {},
): FormToken {
  const rest = `${id}.${form.version}.${now.toString(36)}`
  return { id, version: form.version, issuedAt: now, text: `${rest}.${macOf(secret, form.slug, rest)}` }
}

/**
 * The id of a filing that a device made up while it had no network, from the key it chose; or, where the filing was
 * begun on a page of ours, the id that page had, however long ago.
 */
export function idOfKey(secret: string, slug: string, key: string): string {
  const begun = readToken(secret, slug, key, { maxAge: receiptLife })
  return (
    begun?.id ?? createHmac('sha256', secret).update(`offline key\0${slug}\0${key}`).digest('base64url').slice(0, 22)
  )
}

/** The token that a text is; null for one that was not issued for this form, or is older than `maxAge`. */
export function readToken(
  secret: string,
  slug: string,
  text: unknown,
  { now = Date.now(), maxAge = tokenLife }: { now?: number; maxAge?: number } = {},
): FormToken | null {
  const parts =
    typeof text === 'string' && text.length < 200 ? /^([\w-]{22}\.(\d+)\.([0-9a-z]+))\.([\w-]{22})$/.exec(text) : null
  if (!parts) return null
  const [whole, rest = '', version, time = '', mac = ''] = parts
  if (!timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(secret, slug, rest)))) return null
  const issuedAt = Number.parseInt(time, 36)
  // A walk through a draft lasts as long as the link that began it.
  if (now - issuedAt > (Number(version) === draftVersion ? hour : maxAge)) return null
  return { id: rest.slice(0, 22), version: Number(version), issuedAt, text: whole }
}

/** The version of a form that is not published yet: its pages can be walked, and nothing is filed. */
export const draftVersion = 0

const hour = 3_600_000
export const tokenLife = 48 * hour
/** The confirmation is found for as long as its receipt is kept. */
export const receiptLife = 30 * 24 * hour
/** Nobody reads a page and answers it faster. */
export const tooFast = 2_000
