import { nativeEngineVersion, openNativeEngine } from './native-engine.ts'
import { openPackagedEngine, packagedEngineVersion } from './packaged-engine.ts'
import type { Recognised } from './recognised-text.ts'

export type EngineName = 'tesseract' | 'tesseract.js'
export type Engine<Name extends string = EngineName> = { name: Name; version: string }

/** Reads Romanian off a picture of a page (PGM), upright, on this machine and without the network. */
export type RecognitionEngine = {
  recognise(picture: Buffer, dpi: number): Promise<Recognised>
  close(): Promise<void>
}

/** The system's own Tesseract where it is installed with Romanian, which is faster; else the one that comes with npm. */
export async function chooseEngine(): Promise<Engine> {
  const native = await nativeEngineVersion()
  return native ? { name: 'tesseract', version: native } : { name: 'tesseract.js', version: packagedEngineVersion() }
}

export const openEngine = (name: EngineName): Promise<RecognitionEngine> =>
  name === 'tesseract' ? openNativeEngine() : openPackagedEngine()
