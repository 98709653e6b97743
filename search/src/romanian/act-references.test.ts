import { describe, expect, it } from 'vitest'
import { actReferences, shortActReference } from './act-references.ts'

const said = (text: string) => actReferences(text).map(({ issuer, number, year }) => `${issuer} ${number}/${year}`)

describe('actReferences', () => {
  it.each([
    ['HCL 45/2024', 'hotarare 45/2024'],
    ['Hotărârea nr. 45 din 28 martie 2024', 'hotarare 45/2024'],
    ['H.C.L. nr.14/2021', 'hotarare 14/2021'],
    ['H. C. L. nr. 14 / 2021', 'hotarare 14/2021'],
    ['hotararea 45 din 2024', 'hotarare 45/2024'],
    ['HCLM 12/2024', 'hotarare 12/2024'],
    ['HOTĂRÎREA nr. 5/1991', 'hotarare 5/1991'],
    ['HOTĂRÂREA nr. 86 din data de 13.12.2018', 'hotarare 86/2018'],
    ['Hotărârea Consiliului Local nr. 12 /30.01.2025', 'hotarare 12/2025'],
    ['Hotărârii Consiliului Local al orașului Balș nr.37/31.03.2026', 'hotarare 37/2026'],
    ['H.C.L. Sărata nr.14/2021', 'hotarare 14/2021'],
    ['hcl 12-2024', 'hotarare 12/2024'],
    ['hcl 12 2024', 'hotarare 12/2024'],
    ['dispoziția primarului nr. 12/2025', 'dispozitie 12/2025'],
    ['45/28.03.2024', 'unnamed 45/2024'],
    ['nr. 7123 din 2024', 'unnamed 7123/2024'],
    ['HCL 2018/2019', 'hotarare 2018/2019'],
    ['nr. 2018/2019', 'unnamed 2018/2019'],
    ['HG 123/2024', 'hg 123/2024'],
    ['Hotărârea Guvernului nr. 123/2024', 'hg 123/2024'],
    ['Hotărârea de Guvern nr. 1/2016', 'hg 1/2016'],
    ['OUG nr. 57/2019', 'oug 57/2019'],
    ['Ordonanța de urgență a Guvernului nr. 57/2019', 'oug 57/2019'],
    ['Legea nr. 196/2016', 'lege 196/2016'],
    ['Ordinul ministrului sănătății nr. 119/2014', 'ordin 119/2014'],
  ])('%s', (text, reference) => expect(said(text)).toEqual([reference]))

  it('does not lend the name of one act to the number of another thing', () => {
    expect(said('Proiect de Hotărâre nr.3390 din 10.06.2021')).toEqual(['unnamed 3390/2021'])
    expect(said('hotărârii și contractului nr. 5/2024')).toEqual(['unnamed 5/2024'])
    expect(said('HCL nr. 3/2020 și Legea nr. 5/2021')).toEqual(['hotarare 3/2020', 'lege 5/2021'])
  })

  it('sees no act in years, days and school years', () => {
    for (const text of [
      'bugetul pe 2024',
      '28.03.2024',
      '28 martie 2024',
      'anul școlar 2024/2025',
      '2024-2025',
      '12 2024',
    ])
      expect(said(text)).toEqual([])
  })

  it('is quick on a text made to slow it down', () => {
    const began = performance.now()
    actReferences('hotărârea a a a a a nr nr nr 1 din '.repeat(2_000) + '2024 '.repeat(2_000))
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})

describe('shortActReference', () => {
  it.each([
    ['HCL 45', 'hotarare 45'],
    ['dispoziția nr. 12', 'dispozitie 12'],
    ['hotărârea 7', 'hotarare 7'],
  ])('%s', (query, said) => {
    const reference = shortActReference(query)
    expect(`${reference?.issuer} ${reference?.number}`).toBe(said)
    expect(reference?.year).toBeNull()
  })

  it('takes no day for a number', () => expect(shortActReference('hotărârea din 28 martie')).toBeNull())
})
