import { createStore, del, entries, set, type UseStore } from 'idb-keyval'
import { Refused, sendFile } from '../files/send-file.ts'

/** A whole report that waits on this phone for a network. What it got from the site so far makes it once, not twice. */
export type WaitingReport = {
  id: string
  at: number
  fields: Record<string, string>
  files: { file: File; upload: string | null }[]
  /** The token under which it is sent, and where its files go; null until the site was reached for the first time. */
  token: { text: string; uploads: string } | null
  /** The site has looked at it and wants something else: the page where it can be mended. */
  mend: string | null
}

export type Sent = { kind: 'sent'; address: string } | { kind: 'to-mend'; address: string } | { kind: 'waits' }

let opened: UseStore | null = null
const store = () => {
  opened ??= createStore('sesizari', 'asteapta')
  return opened
}

/** Keeps a report on the phone. @throws where the browser keeps nothing, as some do in private windows */
export const keepWaiting = (report: WaitingReport): Promise<void> => set(report.id, report, store())

export async function waitingReports(): Promise<WaitingReport[]> {
  const kept = await entries<string, WaitingReport>(store()).catch(() => [])
  return kept.map(([, report]) => report).sort((a, b) => a.at - b.at)
}

export const forgetWaiting = (id: string): Promise<void> => del(id, store())

/** Sends one. Whatever breaks, it stays; once the site has it, it is gone from the phone. One page of many sends. */
export function sendWaiting(report: WaitingReport): Promise<Sent> {
  const send = async (): Promise<Sent> => {
    const isStillThere = (await waitingReports()).find(({ id }) => id === report.id)
    return isStillThere ? sendNow(isStillThere) : { kind: 'waits' }
  }
  // Where the browser has no locks, two pages may send: the token makes it one report all the same.
  return navigator.locks ? navigator.locks.request(`sesizare ${report.id}`, send) : send()
}

async function sendNow(report: WaitingReport): Promise<Sent> {
  try {
    report.token ??= await askToken()
    await keepWaiting(report)
    for (const each of report.files) {
      const sending = sendFile(each.file, {
        uploads: report.token.uploads,
        field: 'poze',
        id: each.upload,
        onBegun: (id) => {
          each.upload = id
          void keepWaiting(report)
        },
      })
      // A file that is refused does not hold up the words: the page says so when the report is there.
      await sending.done.catch((error: unknown) => {
        if (!(error instanceof Refused)) throw error
      })
    }
    const answer = await postReport({ ...report.fields, jeton: report.token.text })
    if (answer.kind === 'sent') await forgetWaiting(report.id)
    if (answer.kind === 'to-mend') await keepWaiting({ ...report, mend: answer.address })
    return answer
  } catch {
    return { kind: 'waits' }
  }
}

async function askToken(): Promise<{ text: string; uploads: string }> {
  const response = await fetch('/api/sesizari/jeton', { method: 'POST' })
  if (!response.ok) throw new Error(`The site answered ${response.status}`)
  const { jeton, fisiere } = (await response.json()) as { jeton: string; fisiere: string }
  return { text: jeton, uploads: fisiere }
}

/** Hands over the words of a report; its files went before. @throws when the site cannot be reached, or is ill */
export async function postReport(fields: Record<string, string>): Promise<Sent> {
  const response = await fetch('/sesizari/noua/', {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams(fields),
  })
  if (response.status !== 201 && response.status !== 422) throw new Error(`The site answered ${response.status}`)
  const { adresa } = (await response.json()) as { adresa: string }
  return { kind: response.status === 201 ? 'sent' : 'to-mend', address: adresa }
}
