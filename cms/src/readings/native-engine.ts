import { execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'
import { toolEnvironment } from '../env.ts'
import { recognisedText } from './recognised-text.ts'
import type { RecognitionEngine } from './recognition-engine.ts'

const run = promisify(execFile)

/** The version of the system's Tesseract; null when it is not there or has not learned Romanian. */
export async function nativeEngineVersion(): Promise<string | null> {
  try {
    const options = { env: toolEnvironment(), timeout: 10_000 }
    const languages = await run('tesseract', ['--list-langs'], options)
    if (!/^ron$/m.test(`${languages.stdout}\n${languages.stderr}`)) return null
    const about = await run('tesseract', ['--version'], options)
    return /tesseract\s+v?([\d.]+)/.exec(`${about.stdout}\n${about.stderr}`)?.[1] ?? null
  } catch {
    return null
  }
}

/** One process a page: nothing of a hostile picture stays behind. */
export async function openNativeEngine(): Promise<RecognitionEngine> {
  return {
    recognise: (picture, dpi) =>
      new Promise((resolve, reject) => {
        const child = spawn('tesseract', ['-', '-', '-l', 'ron', '--psm', '3', '--dpi', String(dpi), 'tsv'], {
          env: { ...toolEnvironment(), OMP_THREAD_LIMIT: '1' }, // more threads make it slower
          stdio: ['pipe', 'pipe', 'ignore'],
        })
        const table: Buffer[] = []
        child.stdout.on('data', (chunk: Buffer) => table.push(chunk))
        child.on('error', reject)
        child.on('close', (code) =>
          code === 0
            ? resolve(recognisedText(Buffer.concat(table).toString('utf8')))
            : reject(new Error(`tesseract ended with ${code}`)),
        )
        child.stdin.on('error', () => undefined) // it ended before it took the picture: its exit code says so
        child.stdin.end(picture)
      }),
    close: async () => undefined,
  }
}
