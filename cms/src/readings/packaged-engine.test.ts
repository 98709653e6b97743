import { testRecognitionEngine } from './recognition-engine.conformance.ts'

testRecognitionEngine('tesseract.js')
