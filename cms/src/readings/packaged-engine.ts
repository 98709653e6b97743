import { createRequire } from 'node:module'
import path from 'node:path'
import { recognisedText } from './recognised-text.ts'
import type { RecognitionEngine } from './recognition-engine.ts'

const require = createRequire(import.meta.url)

export const packagedEngineVersion = (): string => (require('tesseract.js/package.json') as { version: string }).version

/** Tesseract compiled to WebAssembly, with the Romanian it was packed with: no download, nothing written. */
export async function openPackagedEngine(): Promise<RecognitionEngine> {
  const { createWorker, OEM, PSM } = await import('tesseract.js')
  const langPath = path.join(path.dirname(require.resolve('@tesseract.js-data/ron/package.json')), '4.0.0_best_int')
  const worker = await createWorker('ron', OEM.LSTM_ONLY, { langPath, cacheMethod: 'none', gzip: true })
  await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO })
  return {
    async recognise(picture, dpi) {
      await worker.setParameters({ user_defined_dpi: String(dpi) })
      const { data } = await worker.recognize(picture, {}, { text: false, tsv: true })
      return recognisedText(data.tsv ?? '')
    },
    async close() {
      await worker.terminate()
    },
  }
}
