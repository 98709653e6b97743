import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Engine } from './recognition-engine.ts'

const manifest = path.join(path.dirname(createRequire(import.meta.url).resolve('unpdf')), '../package.json')

/** What reads the letters that a PDF has of its own. */
export const textEngine = (): Engine<string> => ({
  name: 'unpdf',
  version: (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version,
})
