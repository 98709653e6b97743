const minutes = [1, 5, 15, 60, 120, 240, 360, 360, 360, 720, 720, 1440]

/** How long to wait after the n-th attempt that failed; null when it is time to give up, after three days. */
export const retryAfterMinutes = (attempts: number): number | null => minutes[attempts - 1] ?? null

export type Failure = { kind: 'forGood'; answer: string } | { kind: 'forNow'; answer: string }

/** SMTP answers 5xx when a letter will never be taken; anything else may pass. */
export function judgeFailure(error: unknown): Failure {
  const { responseCode, response, message } = error as { responseCode?: number; response?: string; message?: string }
  const answer = (response ?? message ?? String(error)).replaceAll(/\s+/g, ' ').slice(0, 300)
  return responseCode !== undefined && responseCode >= 500 ? { kind: 'forGood', answer } : { kind: 'forNow', answer }
}
