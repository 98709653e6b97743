import { Worker } from 'node:worker_threads'

const patienceMs = 5_000
const heapMegabytes = 256

/** Opens what it is sent and answers with the number of pages, 0 when it cannot. */
const source = `
const { parentPort } = require('node:worker_threads')
parentPort.on('message', async (bytes) => {
  try {
    const { getDocumentProxy } = await import('unpdf')
    const pdf = await getDocumentProxy(bytes, { verbosity: 0 })
    parentPort.postMessage(pdf.numPages)
    await pdf.destroy()
  } catch { parentPort.postMessage(0) }
})`

let worker: Worker | null = null
let last: Promise<unknown> = Promise.resolve()

/**
 * How many pages a PDF has; null when it cannot be opened, or not in time. It is kept all the same: a scan from an old
 * machine is still the original. A hostile PDF may be built to be opened for ever: another thread opens it, one
 * file at a time, and is ended when it takes too long.
 */
export function pagesOf(bytes: Uint8Array): Promise<number | null> {
  const mine = last.then(() => count(new Uint8Array(bytes)))
  last = mine
  return mine
}

function count(bytes: Uint8Array<ArrayBuffer>): Promise<number | null> {
  worker ??= openWorker()
  const mine = worker
  return new Promise((resolve) => {
    const settle = (pages: number) => {
      clearTimeout(timer)
      mine.removeAllListeners('message')
      mine.removeAllListeners('exit')
      resolve(pages || null)
    }
    const timer = setTimeout(() => void mine.terminate(), patienceMs)
    mine.once('message', settle)
    mine.once('exit', () => {
      worker = null
      settle(0)
    })
    mine.postMessage(bytes, [bytes.buffer])
  })
}

function openWorker(): Worker {
  const opened = new Worker(source, { eval: true, resourceLimits: { maxOldGenerationSizeMb: heapMegabytes } })
  opened.on('error', () => undefined) // It ends, and its end is heard.
  opened.unref()
  return opened
}
