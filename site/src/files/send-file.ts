/** The site has looked at the file, and says what is wrong with it. */
export class Refused extends Error {}

export type Sending = {
  /** The upload's id, once the site has acknowledged the file. @throws Refused, or an AbortError when it was given up */
  done: Promise<string>
  giveUp: () => Promise<void>
}

type Options = {
  uploads: string
  field: string
  /** Of an upload that was begun before. */
  id?: string | null
  onBegun?: (id: string) => void
  onProgress?: (arrived: number) => void
  onWaiting?: () => void
}

const tus = { 'tus-resumable': '1.0.0' }
/** A piece: small enough that a proxy which collects bodies hands it on in time, large enough to be few. */
const pieceBytes = 8 * 1024 * 1024

/**
 * Sends one file by the tus protocol, for as long as it takes: what breaks is asked for (HEAD) and gone on with, at
 * once when the network returns. The protocol's own client weighs as much as a whole page may (20 KB); this is 1 KB.
 */
export function sendFile(file: File, options: Options): Sending {
  const stop = new AbortController()
  let id = options.id ?? null
  const addressOf = (upload: string) => `${options.uploads}/${upload}`

  const run = async (): Promise<string> => {
    for (let attempt = 0; ; attempt++) {
      try {
        id ??= await begin(file, options, stop.signal)
        options.onBegun?.(id)
        let arrived = await arrivedAt(addressOf(id), stop.signal)
        if (arrived === null) {
          // Of what was begun nothing is left: it is begun anew.
          id = null
          continue
        }
        while (arrived < file.size) {
          const from: number = arrived
          options.onProgress?.(from)
          arrived = await sendPiece(addressOf(id), file.slice(from, from + pieceBytes), {
            from,
            signal: stop.signal,
            onProgress: (sent) => options.onProgress?.(from + sent),
          })
          attempt = 0
        }
        return id
      } catch (error) {
        if (error instanceof Refused || stop.signal.aborted) throw error
        options.onWaiting?.()
        await networkOr(Math.min(500 * 2 ** attempt, 15_000), stop.signal)
      }
    }
  }

  return {
    done: run(),
    giveUp: async () => {
      stop.abort()
      if (id) await fetch(addressOf(id), { method: 'DELETE', headers: tus }).catch(() => undefined)
    },
  }
}

async function begin(file: File, { uploads, field }: Options, signal: AbortSignal): Promise<string> {
  const metadata = { filename: file.name, camp: field, modificat: String(file.lastModified) }
  const response = await fetch(uploads, {
    method: 'POST',
    headers: {
      ...tus,
      'upload-length': String(file.size),
      'upload-metadata': Object.entries(metadata)
        .map(([name, value]) => `${name} ${base64(value)}`)
        .join(','),
    },
    signal,
  })
  if (response.status !== 201) throw faultOf(response.status, await response.text())
  return response.headers.get('location')?.split('/').at(-1) ?? ''
}

/** How much is there; null when nothing of it is left. */
async function arrivedAt(address: string, signal: AbortSignal): Promise<number | null> {
  const response = await fetch(address, { method: 'HEAD', headers: tus, signal })
  if (response.status === 404 || response.status === 410) return null
  if (!response.ok) throw new Error(`HEAD ${response.status}`)
  return Number(response.headers.get('upload-offset'))
}

/** `fetch` tells nothing while it sends; the older way does. */
function sendPiece(
  address: string,
  piece: Blob,
  { from, signal, onProgress }: { from: number; signal: AbortSignal; onProgress: (sent: number) => void },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.upload.onprogress = ({ loaded }) => onProgress(loaded)
    request.onload = () => {
      if (request.status === 204) resolve(Number(request.getResponseHeader('upload-offset')))
      else reject(faultOf(request.status, request.responseText))
    }
    request.onerror = request.onabort = () => reject(new Error('The connection broke'))
    request.open('PATCH', address)
    request.setRequestHeader('tus-resumable', '1.0.0')
    request.setRequestHeader('upload-offset', String(from))
    request.setRequestHeader('content-type', 'application/offset+octet-stream')
    request.send(piece)
  })
}

/** A refusal carries its sentence; everything else may pass. */
function faultOf(status: number, body: string): Error {
  try {
    const sentence = status >= 400 && status < 500 ? JSON.parse(body).erori?.[0]?.mesaj : null
    if (sentence) return new Refused(sentence)
  } catch {
    // Not ours: something between here and the site.
  }
  return new Error(`${status}`)
}

const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)))

const networkOr = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    for (const [target, event] of [[window, 'online'] as const, [signal, 'abort'] as const])
      target.addEventListener(
        event,
        () => {
          clearTimeout(timer)
          resolve()
        },
        { once: true },
      )
  })
