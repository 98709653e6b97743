import { openRecord } from '../local.ts'
import { prepareFirstClerk } from './first-clerk.action.ts'

/** `node prepare-first-clerk.ts <email> <password>` (both may be empty): prints the outcome as one line of JSON, last. */
const [email, password, adminUrl = ''] = process.argv.slice(2)
const payload = await openRecord()
const outcome = await prepareFirstClerk(payload, {
  email: email || undefined,
  password: password || undefined,
  adminUrl,
})
console.log(JSON.stringify(outcome))
process.exit(0)
