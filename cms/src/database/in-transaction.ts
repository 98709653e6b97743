import type { PayloadRequest } from 'payload'
import { commitTransaction, initTransaction, killTransaction } from 'payload'

/** Runs `work` in the transaction of the request, or in one of its own that is committed when `work` is done. */
export async function inTransaction<Result>(req: PayloadRequest, work: () => Promise<Result>): Promise<Result> {
  const isMine = await initTransaction(req)
  try {
    const result = await work()
    if (isMine) await commitTransaction(req)
    return result
  } catch (error) {
    if (isMine) await killTransaction(req)
    throw error
  }
}
