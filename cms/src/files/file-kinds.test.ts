import { describe, expect, it } from 'vitest'
import { judgeFile } from './file-kinds.ts'

const judge = (name: string, detected: string | null, more: { bytes?: number; isText?: boolean } = {}) =>
  judgeFile({ name, detected, bytes: 100, isText: false, ...more })

describe('a file', () => {
  it.each([
    ['act.pdf', 'application/pdf', 'application/pdf'],
    ['ACT.PDF', 'application/pdf', 'application/pdf'],
    ['poza.jpeg', 'image/jpeg', 'image/jpeg'],
  ])('%s with %s inside is accepted', (name, detected, mimeType) =>
    expect(judge(name, detected)).toEqual({ kind: 'accepted', mimeType }),
  )

  it.each([
    ['act.pdf', 'image/png', 'file-not-what-it-says'],
    ['act.pdf', null, 'file-not-what-it-says'],
    ['act.pdf.exe', 'application/x-msdownload', 'file-kind-unknown'],
    ['pagina.html', null, 'file-kind-unknown'],
    ['desen.svg', 'image/svg+xml', 'file-kind-unknown'],
    ['fara-nume', 'application/pdf', 'file-kind-unknown'],
  ])('%s with %s inside is refused', (name, detected, code) =>
    expect(judge(name, detected)).toEqual({ kind: 'refused', code }),
  )

  it('of words passes as words only', () => {
    expect(judge('lista.csv', null, { isText: true })).toMatchObject({ kind: 'accepted', mimeType: 'text/csv' })
    expect(judge('lista.csv', null, { isText: false })).toMatchObject({ kind: 'refused' })
  })

  it('may be neither empty nor endless', () => {
    expect(judge('act.pdf', 'application/pdf', { bytes: 0 })).toMatchObject({ code: 'file-empty' })
    expect(judge('act.pdf', 'application/pdf', { bytes: 60 * 1024 * 1024 })).toMatchObject({ code: 'file-too-large' })
  })
})
