import { ensureInstitution } from './institution/ensure-institution.action.ts'
import { openRecord } from './local.ts'
import { prepareFirstClerk } from './staff/first-clerk.action.ts'

/**
 * `node prepare-town.ts <email> <password> <address of the admin>` (the first two may be empty): migrates, and sees to
 * it that there is an institution and a first account. Prints what became of the account as one line of JSON, last.
 */
const [email, password, adminUrl = ''] = process.argv.slice(2)
const payload = await openRecord()
await ensureInstitution(payload)
const outcome = await prepareFirstClerk(payload, {
  email: email || undefined,
  password: password || undefined,
  adminUrl,
})
console.log(JSON.stringify(outcome))
process.exit(0)
