import { describe, expect, it } from 'vitest'
import { deskKinds, endingsOf, judgeFile, type KindOfFile, publicKinds } from './file-kinds.ts'

const judge = (
  name: string,
  sniffed: string | null,
  more: { bytes?: number; mayBe?: KindOfFile[]; kinds?: readonly KindOfFile[] } = {},
) => judgeFile({ name, sniffed, bytes: 100, mayBe: [], kinds: deskKinds, ...more })

describe('a file', () => {
  it.each([
    ['act.pdf', 'pdf', 'application/pdf'],
    ['ACT.PDF', 'pdf', 'application/pdf'],
    ['poza.jpeg', 'jpg', 'image/jpeg'],
    ['IMG_0001.HEIC', 'heic', 'image/heic'],
    ['scan.tiff', 'tif', 'image/tiff'],
  ])('%s with %s inside is accepted', (name, sniffed, mimeType) =>
    expect(judge(name, sniffed)).toMatchObject({ kind: 'accepted', mimeType }),
  )

  it.each([
    ['act.pdf', 'png', 'file-not-what-it-says'],
    ['act.pdf', null, 'file-not-what-it-says'],
    ['semnat.p7s', 'zip', 'file-not-what-it-says'],
    ['act.pdf.exe', 'exe', 'file-kind'],
    ['pagina.html', null, 'file-kind'],
    ['desen.svg', 'svg', 'file-kind'],
    ['animat.gif', 'gif', 'file-kind'],
    ['fara-nume', 'pdf', 'file-kind'],
    ['pdf', 'pdf', 'file-kind'],
  ])('%s with %s inside is refused', (name, sniffed, code) =>
    expect(judge(name, sniffed)).toEqual({ kind: 'refused', code }),
  )

  it('is taken only where its kind is asked for', () => {
    expect(judge('act.pdf', 'pdf', { kinds: ['image'] })).toEqual({ kind: 'refused', code: 'file-kind' })
    expect(judge('foto.heic', 'heic', { kinds: publicKinds })).toEqual({ kind: 'refused', code: 'file-kind' })
    expect(judge('foto.heic', 'heic', { kinds: ['image'] })).toMatchObject({ kind: 'accepted' })
  })

  it('without a signature passes as what its bytes may be', () => {
    expect(judge('lista.csv', null, { mayBe: ['text'] })).toMatchObject({ kind: 'accepted', mimeType: 'text/csv' })
    expect(judge('lista.csv', null)).toMatchObject({ kind: 'refused' })
    expect(judge('cerere.p7m', null, { mayBe: ['signed'] })).toMatchObject({ kind: 'accepted', fileKind: 'signed' })
  })

  it('may not be empty', () => expect(judge('act.pdf', 'pdf', { bytes: 0 })).toMatchObject({ code: 'file-empty' }))
})

describe('the endings of a kind', () => {
  it('are those that its files carry', () => {
    expect(endingsOf('image')).toEqual(['jpg', 'jpeg', 'png', 'webp', 'heic', 'heif', 'tif', 'tiff'])
    expect(endingsOf('signed')).toEqual(['p7s', 'p7m'])
  })
})
