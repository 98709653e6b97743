import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { EmailAdapter } from 'payload'

/** As long as Payload keeps the token of a new password. */
const oneHour = 60 * 60 * 1000

/**
 * Payload's own letters (a new password) go through the outbox like those to citizens: the same server, the same
 * retries, and an answer as quick for an address that has an account as for one that has none. One that could not be
 * sent while its link was good is not sent at all.
 */
export const postToStaff: EmailAdapter<void> = ({ payload }) => ({
  name: 'outbox',
  // The true sender is the town hall's address, which is known when the letter leaves.
  defaultFromAddress: 'registratura@localhost.localdomain',
  defaultFromName: 'Avizier',
  sendEmail: async ({ to, subject, html }) => {
    const { pool } = payload.db as unknown as PostgresAdapter
    // `html` is the plain text of `staff.ro.ts`: nothing the town hall writes needs more than text.
    await pool.query(
      `insert into avizier.outbox (noun, kind, recipient, data, expires_at) values ('staff', 'newPassword', $1, $2, $3)`,
      [String(to), JSON.stringify({ subject, text: String(html) }), new Date(Date.now() + oneHour).toISOString()],
    )
  },
})
