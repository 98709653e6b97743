import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { anIphonePhoto } from '../../../test/photos.ts'
import { decodeHeic } from './decode-heic.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'avizier-heic-'))
const file = path.join(folder, 'photo.heic')
writeFileSync(file, anIphonePhoto())
const cut = path.join(folder, 'cut.heic')
writeFileSync(cut, anIphonePhoto().subarray(0, 1_200))

describe.each([true, false])('an iPhone photo, with the system’s own program: %s', (isNative) => {
  it('comes upright', async () => {
    const heic = await decodeHeic(file, folder, { isNative })
    const photo = 'file' in heic ? sharp(heic.file) : sharp(heic.data, { raw: heic.info })
    const { data, info } = await photo.removeAlpha().raw().toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([600, 800])
    expect(data[0]).toBeGreaterThan(180) // red, the colour of the upper left quarter
    expect(data[2]).toBeLessThan(80)
  })

  it('that is cut is no photo', async () => {
    await expect(decodeHeic(cut, mkdtempSync(path.join(os.tmpdir(), 'avizier-heic-')), { isNative })).rejects.toThrow()
  })
})
