import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { characterErrors } from '../../test/character-errors.ts'
import { aPaper, scanned } from '../../test/papers.ts'
import { PageRecogniser, preparePicture } from './page-picture.ts'
import type { EngineName } from './recognition-engine.ts'

const paragraphs = [
  'În temeiul art. 129 alin. (2) lit. b) și al art. 196 din Ordonanța de urgență a Guvernului nr. 57/2019 privind Codul administrativ, Consiliul Local al comunei Săcălaz hotărăște:',
  'Art. 1. Se aprobă Regulamentul de organizare și funcționare a serviciului public de salubrizare, prevăzut în anexa nr. 1.',
  'Art. 2. Primarul, prin compartimentele de specialitate, duce la îndeplinire prezenta hotărâre și o comunică Instituției Prefectului – Județul Timiș.',
]

/** What every engine must do. */
export function testRecognitionEngine(name: EngineName): void {
  describe(`pages recognised by ${name}`, () => {
    let page: Buffer
    const recogniser = new PageRecogniser(name)
    const read = async (picture: Buffer) => recogniser.recognise(await preparePicture(picture, 200))

    beforeAll(async () => {
      page = (await scanned(await aPaper([paragraphs]), { dpi: 200 }))[0] as Buffer
    })

    it('are Romanian in comma letters, in paragraphs', async () => {
      const { text, confidence } = await read(page)
      expect(text.split('\n\n')).toHaveLength(paragraphs.length)
      expect(characterErrors(text, paragraphs.join(' '))).toBeLessThan(0.01)
      expect(text).not.toMatch(/[şŞţŢ]/)
      expect(confidence).toBeGreaterThan(85)
    })

    it.each([90, 180, 270])('read as well when they lay turned by %i degrees', async (turn) => {
      const { text } = await read(await sharp(page).rotate(turn).jpeg().toBuffer())
      expect(text).toContain('Se aprobă Regulamentul de organizare și funcționare')
    })

    it('are without text when they are blank, or a picture of no words', async () => {
      const { width, height } = await sharp(page).metadata()
      const paper = { create: { width, height, channels: 3 as const, background: 'white' } }
      expect(await read(await sharp(paper).png().toBuffer())).toEqual({ text: '', confidence: 0 })
      const noise = { ...paper.create, noise: { type: 'gaussian' as const, mean: 128, sigma: 40 } }
      expect((await read(await sharp({ create: noise }).jpeg().toBuffer())).text).toBe('')
    })
  })
}
