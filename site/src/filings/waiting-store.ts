import { createStore, del, entries, set } from 'idb-keyval'

/** A filing that was written without a network: kept on the device until the town hall has it. */
export type WaitingFiling = {
  /** Names the filing: sent again, it is the same one. */
  key: string
  form: string
  title: string
  version: number
  entries: [string, string][]
  /** `id` is the upload's, once it has begun. */
  files: { field: string; file: File; id: string | null }[]
  at: number
}

const store = createStore('avizier-cereri', 'asteapta')

export const keepWaiting = (filing: WaitingFiling): Promise<void> => set(filing.key, filing, store)
export const forgetWaiting = (key: string): Promise<void> => del(key, store)

/** Those that wait, the first written first; none where the browser keeps nothing. */
export async function waitingFilings(): Promise<WaitingFiling[]> {
  const kept = await entries<string, WaitingFiling>(store).catch(() => [])
  return kept.map(([, filing]) => filing).sort((a, b) => a.at - b.at)
}
