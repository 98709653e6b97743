import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'

const oneDay = 24 * 60 * 60 * 1000

export type FirstClerk =
  | { kind: 'signedInBefore' }
  /** `link`: sets the password and signs in, once, within a day. */
  | { kind: 'oneTimeSignIn'; email: string; link: string }
  | { kind: 'passwordPreset'; email: string }

/**
 * Makes the first account of an empty town, and until somebody has signed in gives a fresh one-time link to it.
 * A preset password makes the link needless.
 */
export async function prepareFirstClerk(
  payload: Payload,
  { email, password, adminUrl }: { email?: string | undefined; password?: string | undefined; adminUrl: string },
): Promise<FirstClerk> {
  const { docs } = await payload.find({ collection: 'staff', limit: 1, sort: 'id', depth: 0, overrideAccess: true })
  const first = docs[0]
  const address = String(first?.['email'] ?? email ?? 'secretar@sacalaz.example')
  if (!first) {
    await payload.create({
      collection: 'staff',
      data: {
        name: 'Primul cont',
        email: address,
        password: password ?? randomBytes(24).toString('base64url'),
        roles: ['generalSecretary', 'editor', 'admin'],
      },
      overrideAccess: true,
    })
  }
  if (password) return { kind: 'passwordPreset', email: address }
  const signedIn = await payload.count({
    collection: 'staff',
    where: { lastSignInAt: { exists: true } },
    overrideAccess: true,
  })
  if (signedIn.totalDocs > 0) return { kind: 'signedInBefore' }
  const token = await payload.forgotPassword({
    collection: 'staff',
    data: { email: address },
    disableEmail: true,
    expiration: oneDay,
  })
  return { kind: 'oneTimeSignIn', email: address, link: `${adminUrl}/admin/reset/${token}` }
}
