import { describe, it } from 'vitest'
import { nativeEngineVersion } from './native-engine.ts'
import { testRecognitionEngine } from './recognition-engine.conformance.ts'

if (await nativeEngineVersion()) testRecognitionEngine('tesseract')
else {
  console.warn('NOT RUN: this system has no Tesseract with Romanian (Debian: tesseract-ocr, tesseract-ocr-ron)')
  describe.skip('pages recognised by tesseract: NOT RUN, it is not on this system', () =>
    void it('is installed', () => undefined))
}
