import path from 'node:path'
import { readCmsEnvironment } from '../../env.ts'
import { isSandbox } from '../payment-settings.ts'
import { SandboxGateway } from './sandbox-gateway.ts'
import { sandboxKeys } from './sandbox-keys.ts'

/** `node run-gateway.ts`: the sandbox gateway as a process, for a town that is tried out on this machine. */
const environment = readCmsEnvironment()
if (!isSandbox(environment)) {
  console.error('The sandbox gateway runs only where PAYMENTS_GATEWAY names a sandbox.')
  process.exit(1)
}
const gateway = new SandboxGateway({
  keys: sandboxKeys(environment.DATA_DIR),
  file: path.join(environment.DATA_DIR, 'sandbox-transactions.json'),
})
await gateway.listen(environment.GATEWAY_PORT)
console.log(`The sandbox gateway listens on ${gateway.address}`)
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void gateway.close().then(() => process.exit(0)))
