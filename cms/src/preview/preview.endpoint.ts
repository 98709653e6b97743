import type { Endpoint } from 'payload'
import { commitTransaction, initTransaction, killTransaction } from 'payload'
import type { Preview } from '../changes/contract.ts'
import { toRecordOf } from './draft-record.ts'
import { readPreview } from './preview-token.ts'

/** A draft as it would be published, for whoever holds its signed link. */
export const previewEndpoint: Endpoint = {
  path: '/preview/:token',
  method: 'get',
  handler: async (req) => {
    const token = String(req.routeParams?.['token'] ?? '')
    const claims = readPreview(token, { secret: req.payload.secret, now: new Date() })
    if (!claims) return gone()
    const mine = await initTransaction(req)
    try {
      const record = await toRecordOf(req, claims.noun, claims.id)
      if (mine) await commitTransaction(req)
      if (!record) return gone()
      const preview: Preview = { record, expiresAt: claims.expiresAt }
      return Response.json(preview, { headers: { 'cache-control': 'no-store' } })
    } catch (error) {
      await killTransaction(req)
      throw error
    }
  },
}

const gone = () => Response.json({ error: 'the link is wrong or has expired' }, { status: 404 })
