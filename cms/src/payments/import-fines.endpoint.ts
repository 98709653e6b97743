import type { Endpoint } from 'payload'
import { type Actor, mayKeepMoney } from '../staff/roles.ts'
import { importText } from './fines.ro.ts'
import { importFines } from './import-fines.action.ts'

const largestBytes = 5 * 1024 * 1024
const fault = (status: number, message: string) =>
  Response.json({ erori: [{ camp: '', mesaj: message }] }, { status, headers: { 'cache-control': 'no-store' } })

/** `POST /api/fines/import`: the bytes of a CSV; answers how many came in, and each line that did not with its reasons. */
export const importFinesEndpoint: Endpoint = {
  path: '/import',
  method: 'post',
  handler: async (req) => {
    if (!mayKeepMoney(req.user as unknown as Actor)) return fault(403, importText.notEntitled)
    const bytes = new Uint8Array((await req.arrayBuffer?.()) ?? new ArrayBuffer(0))
    if (bytes.length > largestBytes) return fault(413, importText.tooLarge)
    const outcome = await importFines(req, bytes, new Date())
    switch (outcome.kind) {
      case 'imported':
        return Response.json(outcome.report, { headers: { 'cache-control': 'no-store' } })
      case 'unreadable':
        return fault(422, importText.failed)
      case 'columns-missing':
        return fault(422, `${importText.columnsMissing} ${outcome.columns.join(', ')}.`)
      default:
        return outcome satisfies never
    }
  },
}
