import {
  type EnqueuedTaskPromise,
  MeilisearchApiError,
  MeilisearchRequestError,
  MeilisearchRequestTimeOutError,
} from 'meilisearch'
import { SearchUnavailable } from '../search-index.ts'

/** Meilisearch accepts first and works later: a task that failed is an error of whoever asked. */
export async function finished(task: EnqueuedTaskPromise): Promise<void> {
  const { status, type, error } = await task.waitTask({ timeout: 600_000, interval: 25 })
  if (status !== 'succeeded')
    throw new Error(`Meilisearch: ${type} ${status}: ${error?.code ?? ''} ${error?.message ?? ''}`)
}

/** What the page can say of a failure of the engine; anything else is a fault of ours and is thrown as it is. */
export function unavailable(error: unknown): unknown {
  if (error instanceof MeilisearchRequestTimeOutError) return new SearchUnavailable('slow', error)
  if (error instanceof MeilisearchRequestError)
    return new SearchUnavailable(isTimeout(error.cause) ? 'slow' : 'down', error)
  const isRefused =
    error instanceof MeilisearchApiError && (error.response.status >= 500 || [401, 403].includes(error.response.status))
  return isRefused ? new SearchUnavailable('down', error) : error
}

const isTimeout = (cause: unknown) =>
  cause instanceof MeilisearchRequestTimeOutError || (cause instanceof Error && /Time(?:d ?out|out)/i.test(cause.name))
