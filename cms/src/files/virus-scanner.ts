import { connect, type Socket } from 'node:net'
import { readScannerAddress } from '../env.ts'

/** `away`: a scanner is configured and did not answer. `none`: no scanner is configured. */
export type ScanResult =
  | { kind: 'clean' }
  | { kind: 'infected'; virus: string }
  | { kind: 'away'; reason: string }
  | { kind: 'none' }

const connectingMs = 3_000
/** Without a word or a byte taken; a large package keeps the scanner busy for a while. */
const silentMs = 60_000
const longestAnswer = 4_096

/**
 * Shows bytes to clamd over its INSTREAM command, a piece at a time, and answers what it found. The protocol is two
 * lines of its manual; the clients on npm are unmaintained, or start programs and read configuration of their own.
 */
export async function scanForViruses(
  bytes: AsyncIterable<Uint8Array>,
  address: string | null = readScannerAddress(),
): Promise<ScanResult> {
  if (address === null) return { kind: 'none' }
  const socket = openSocket(address)
  try {
    const answer = answerOf(socket)
    await Promise.race([send(socket, bytes), answer])
    return understood(await answer)
  } catch (error) {
    return { kind: 'away', reason: (error as Error).message }
  } finally {
    socket.destroy()
  }
}

function openSocket(address: string): Socket {
  const url = new URL(address)
  const socket =
    url.protocol === 'unix:'
      ? connect(decodeURIComponent(url.pathname))
      : connect(Number(url.port) || 3310, url.hostname.replaceAll(/[[\]]/g, ''))
  socket.setTimeout(connectingMs, () => socket.destroy(new Error('The scanner does not answer')))
  socket.once('connect', () => socket.setTimeout(silentMs))
  return socket
}

async function send(socket: Socket, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  socket.write('zINSTREAM\0')
  for await (const piece of bytes) {
    if (piece.length === 0) continue
    if (socket.destroyed) return
    const length = Buffer.alloc(4)
    length.writeUInt32BE(piece.length)
    socket.write(length)
    if (!socket.write(piece)) await drained(socket)
  }
  socket.write(Buffer.alloc(4))
}

const drained = (socket: Socket) =>
  new Promise<void>((resolve) => {
    const go = () => {
      socket.off('drain', go)
      socket.off('close', go)
      resolve()
    }
    socket.once('drain', go)
    socket.once('close', go)
  })

function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    socket.on('data', (piece) => {
      answer += piece.toString('latin1')
      if (answer.includes('\0') || answer.length > longestAnswer) resolve(answer.split('\0')[0] ?? '')
    })
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('The scanner closed the connection')))
  })
}

function understood(answer: string): ScanResult {
  if (answer === 'stream: OK') return { kind: 'clean' }
  const virus = /^stream: (.+) FOUND$/.exec(answer)?.[1]
  return virus ? { kind: 'infected', virus } : { kind: 'away', reason: answer.slice(0, 200) || 'An empty answer' }
}
