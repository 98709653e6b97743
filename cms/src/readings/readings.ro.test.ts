import { describe, expect, it } from 'vitest'
import { pagesInWords, pagesNamed, readingSentences } from './readings.ro.ts'

describe('pages', () => {
  it.each([
    [1, '1 pagină'],
    [2, '2 pagini'],
    [19, '19 pagini'],
    [20, '20 de pagini'],
    [101, '101 pagini'],
    [2000, '2.000 de pagini'],
  ])('%i are counted', (count, words) => expect(pagesInWords(count)).toBe(words))

  it.each([
    [[3], 'pagina 3'],
    [[3, 7], 'paginile 3 și 7'],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 'paginile 1, 2, 3, 4, 5, 6, 7, 8 și încă 2'],
  ])('%j are named', (pages, words) => expect(pagesNamed(pages)).toBe(words))
})

describe('readingSentences', () => {
  const status = {
    state: 'working',
    code: null,
    pages: 12,
    pagesDone: 4,
    served: null,
    unreadPages: [],
    personalDataPages: [],
  } as const
  const served = { pages: 12, method: 'recognised', engine: 'tesseract 5.3.0', confidence: 93 } as const

  it.each([
    [{}, ['Se citește pagina 5 din 12.']],
    [{ pages: null }, ['Se deschide fișierul.']],
    [{ state: 'waiting', pagesDone: 0 }, ['Așteaptă să fie citit.']],
    [{ state: 'waiting' }, ['Citit până la pagina 4 din 12. Continuă după alte fișiere.']],
    [
      { state: 'done', served },
      ['12 pagini, recunoscute de calculator: textul poate avea greșeli. Originalul rămâne neschimbat.'],
    ],
    [
      { state: 'failed', code: 'encrypted' },
      ['Fișierul cere o parolă și nu se poate citi. Salvați-l fără parolă și încărcați-l din nou.'],
    ],
    [
      { state: 'done', served: { ...served, method: 'text' }, code: 'pages-skipped', unreadPages: [3, 7] },
      [
        '12 pagini, cu textul din fișier.',
        'O parte din pagini nu s-au putut citi.',
        'Lipsește textul: paginile 3 și 7.',
      ],
    ],
  ] as const)('%j', (given, sentences) => expect(readingSentences({ ...status, ...given } as never)).toEqual(sentences))
})
