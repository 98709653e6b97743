import { describe, expect, it } from 'vitest'
import type { FieldOf, FieldType, FormField } from '../contract.ts'
import { parseAddress, showAddress } from './address.ts'
import { parseCheckboxes } from './checkboxes.ts'
import { parseChoice } from './choice.ts'
import { parseCnp } from './cnp.ts'
import { parseConsent } from './consent.ts'
import { parseCui } from './cui.ts'
import { parseDate, showDate } from './date.ts'
import { parseEmail } from './email.ts'
import { parseFiles } from './file.ts'
import { parseIban, showIban } from './iban.ts'
import { parseLongText } from './long-text.ts'
import { parseNumber, showNumber } from './number.ts'
import { parsePhone, showPhone } from './phone.ts'
import { parseText } from './text.ts'

const today = '2026-11-24'
const aField = <Type extends FieldType>(type: Type, given: object): FieldOf<Type> =>
  ({
    type,
    name: 'camp',
    label: 'Câmpul',
    hint: '',
    required: true,
    showIf: null,
    autocomplete: null,
    ...given,
  }) as unknown as FormField as FieldOf<Type>

/** What a parser answered, as a table can hold it: the value, `null` for nothing, `!code` for a fault. */
const told = (parsed: { kind: string; value?: unknown; code?: string }) =>
  parsed.kind === 'none' ? null : parsed.kind === 'fault' ? `!${parsed.code}` : parsed.value

const nothing: [unknown, null][] = [
  [undefined, null],
  [null, null],
  ['', null],
  ['   \t ', null],
]

describe('text', () => {
  it.each([
    ...nothing,
    ['  Ana   Pop ', 'Ana Pop'],
    ['Ştefan Ţepeş', 'Ștefan Țepeș'],
    ['S\u0326tefan', 'Ștefan'],
    ['Ana\r\nBcc: toti@a.ro', 'Ana Bcc: toti@a.ro'],
    ['Ana\u0000Pop', 'AnaPop'],
    ['\u202eAna\u202c', 'Ana'],
    ['Ana\u2028Pop', 'Ana Pop'],
    [45, '45'],
    ['a'.repeat(20), 'a'.repeat(20)],
    ['a'.repeat(21), '!too-long'],
    [['Ana', 'Pop'], '!not-text'],
    [{ toString: () => 'Ana' }, '!not-text'],
    [true, '!not-text'],
  ])('%j', (raw, expected) => {
    expect(told(parseText(raw, aField('text', { maxLength: 20 })))).toEqual(expected)
  })
})

describe('long text', () => {
  it.each([
    ...nothing,
    ['Unu.\r\nDoi.\rTrei.', 'Unu.\nDoi.\nTrei.'],
    ['Unu.\n\n\n\n\nDoi.   \n', 'Unu.\n\nDoi.'],
    ['Prea\u0000 mult\u0007', 'Prea mult'],
    ['😀 bine', '😀 bine'],
  ])('%j', (raw, expected) => {
    expect(told(parseLongText(raw, aField('longText', { maxLength: 1000 })))).toEqual(expected)
  })
})

describe('number', () => {
  const field = aField('number', { min: 1, max: 100_000, decimals: 2, unit: 'm²' })
  it.each([
    ...nothing,
    ['350', 350],
    ['1.250', 1250],
    ['1.250,5', 1250.5],
    ['12,50', 12.5],
    ['12.5', 12.5],
    ['1 250', 1250],
    ['350 mp', 350],
    ['350m²', 350],
    ['350 metri pătrați', 350],
    [12.5, 12.5],
    ['12,345', '!number-too-precise'],
    ['0', '!number-too-small'],
    ['-5', '!number-too-small'],
    ['100001', '!number-too-large'],
    ['o mie', '!number-malformed'],
    ['1e3', '!number-malformed'],
    ['0x10', '!number-malformed'],
    ['12,5,5', '!number-malformed'],
    ['Infinity', '!number-malformed'],
    [Number.NaN, '!number-malformed'],
    [['1'], '!number-malformed'],
  ])('%j', (raw, expected) => {
    expect(told(parseNumber(raw, field))).toEqual(expected)
  })

  it('is shown the way it is written here', () => {
    expect(showNumber(1250.5, field)).toBe('1.250,5\u00a0m²')
  })
})

describe('date', () => {
  it.each([
    ...nothing,
    ['5.03.1968', '1968-03-05'],
    ['05.03.1968', '1968-03-05'],
    ['5/3/1968', '1968-03-05'],
    ['5-03-1968', '1968-03-05'],
    ['5 3 1968', '1968-03-05'],
    ['05031968', '1968-03-05'],
    ['5 martie 1968', '1968-03-05'],
    ['5 Mart. 1968', '1968-03-05'],
    ['5 sept 1968', '1968-09-05'],
    ['5.martie.1968', '1968-03-05'],
    ['5 martie, 1968', '1968-03-05'],
    ['1968-03-05', '1968-03-05'],
    ['1968-03-05T10:00:00Z', '1968-03-05'],
    ['29.02.2024', '2024-02-29'],
    ['29.02.2023', '!date-impossible'],
    ['29.02.1900', '!date-impossible'],
    ['31.04.1968', '!date-impossible'],
    ['5.13.1968', '!date-impossible'],
    ['03/25/1968', '!date-impossible'],
    ['0.03.1968', '!date-impossible'],
    ['5.03.0068', '!date-impossible'],
    ['5.03.68', '!date-short-year'],
    ['5 martie 68', '!date-short-year'],
    ['martie 1968', '!date-malformed'],
    ['ieri', '!date-malformed'],
    ['5 xyz 1968', '!date-malformed'],
    [19680305, '!date-impossible'],
    [['5.03.1968'], '!date-malformed'],
  ])('%j', (raw, expected) => {
    expect(told(parseDate(raw, { days: 'any' }, today))).toEqual(expected)
  })

  it.each([
    ['past', '24.11.2026', '2026-11-24'],
    ['past', '25.11.2026', '!date-not-past'],
    ['future', '24.11.2026', '2026-11-24'],
    ['future', '23.11.2026', '!date-not-future'],
  ] as const)('%s: %s', (days, raw, expected) => {
    expect(told(parseDate(raw, { days }, today))).toBe(expected)
  })

  it('is shown with the month in words', () => {
    expect(showDate('1968-03-05')).toBe('5\u00a0martie 1968')
  })
})

describe('choice', () => {
  const options = [
    { value: 'da', label: 'Da, pe e-mail', hint: '' },
    { value: 'posta', label: 'Prin poștă', hint: '' },
  ]
  it.each([
    ...nothing,
    ['da', 'da'],
    ['prin posta', 'posta'],
    ['Prin poştă', 'posta'],
    ['nu', '!choice-unknown'],
    ['__proto__', '!choice-unknown'],
    ['constructor', '!choice-unknown'],
    [['da', 'posta'], '!choice-unknown'],
  ])('one of: %j', (raw, expected) => {
    expect(told(parseChoice(raw, { options }))).toEqual(expected)
  })

  it.each([
    [undefined, null],
    [[], null],
    ['posta', ['posta']],
    [
      ['posta', 'da', 'posta'],
      ['da', 'posta'],
    ],
    [['da', 'altceva'], '!choice-unknown'],
    [[['da']], '!choice-unknown'],
  ])('several of: %j', (raw, expected) => {
    expect(told(parseCheckboxes(raw, aField('checkboxes', { options })))).toEqual(expected)
  })
})

describe('cnp', () => {
  it.each([
    ...nothing,
    ['1800101350018', '1800101350018'],
    ['2960229350021', '2960229350021'],
    ['5011231350031', '5011231350031'],
    ['1 800101 350018', '1800101350018'],
    ['1800101350019', '!cnp-check-digit'],
    ['8100101350018', '!cnp-check-digit'],
    ['1800132350018', '!cnp-birth-date'],
    ['1801301350018', '!cnp-birth-date'],
    ['2970229350021', '!cnp-birth-date'],
    ['5991231350031', '!cnp-birth-date'],
    ['1800101990018', '!cnp-county'],
    ['1800101000018', '!cnp-county'],
    ['0800101350018', '!cnp-malformed'],
    ['180010135001', '!cnp-malformed'],
    ['18001013500188', '!cnp-malformed'],
    ['1800101E50018', '!cnp-malformed'],
    [1800101350018, '1800101350018'],
    [['1800101350018'], '!cnp-malformed'],
  ])('%j', (raw, expected) => {
    expect(told(parseCnp(raw, today))).toEqual(expected)
  })
})

describe('cui', () => {
  it.each([
    ...nothing,
    ['18547290', '18547290'],
    ['RO 18547290', '18547290'],
    ['ro18547290', '18547290'],
    ['CUI RO 18547290', '18547290'],
    ['18547291', '!cui-check-digit'],
    ['1', '!cui-malformed'],
    ['12345678901', '!cui-malformed'],
    ['J35/1234/2001', '!cui-malformed'],
    [{}, '!cui-malformed'],
  ])('%j', (raw, expected) => {
    expect(told(parseCui(raw))).toEqual(expected)
  })
})

describe('iban', () => {
  it.each([
    ...nothing,
    ['RO49 AAAA 1B31 0075 9384 0000', 'RO49AAAA1B31007593840000'],
    ['ro49aaaa1b31007593840000', 'RO49AAAA1B31007593840000'],
    ['DE89 3704 0044 0532 0130 00', 'DE89370400440532013000'],
    ['RO50 AAAA 1B31 0075 9384 0000', '!iban-check-digits'],
    ['RO49 AAAA 1B31 0075 9384 000', '!iban-malformed'],
    ['4111111111111111', '!iban-malformed'],
  ])('%j', (raw, expected) => {
    expect(told(parseIban(raw))).toEqual(expected)
  })

  it('is shown in groups of four', () => {
    expect(showIban('RO49AAAA1B31007593840000')).toBe('RO49 AAAA 1B31 0075 9384 0000')
  })
})

describe('email', () => {
  it.each([
    ...nothing,
    [' Ana.Pop@Posta.RO ', 'Ana.Pop@posta.ro'],
    ['mailto:ana@posta.ro', 'ana@posta.ro'],
    ['ana+primarie@sub.posta.example', 'ana+primarie@sub.posta.example'],
    ['ana@poștă.ro', 'ana@poștă.ro'],
    ['ana', '!email-malformed'],
    ['ana@posta', '!email-malformed'],
    ['ana@posta.', '!email-malformed'],
    ['ana@@posta.ro', '!email-malformed'],
    ['ana@posta..ro', '!email-malformed'],
    ['ana..pop@posta.ro', '!email-malformed'],
    ['ana pop@posta.ro', '!email-malformed'],
    ['ana@posta.ro, toti@posta.ro', '!email-malformed'],
    ['<ana@posta.ro>', '!email-malformed'],
    ['ana@posta.ro\r\nBcc: toti@posta.ro', '!email-malformed'],
    ['ana@127.0.0.1', '!email-malformed'],
    [`${'a'.repeat(65)}@posta.ro`, '!email-malformed'],
  ])('%j', (raw, expected) => {
    expect(told(parseEmail(raw))).toEqual(expected)
  })
})

describe('phone', () => {
  it.each([
    ...nothing,
    ['0722 000 100', '+40722000100'],
    ['0722.000.100', '+40722000100'],
    ['(0256) 367-101', '+40256367101'],
    ['0256/367101', '+40256367101'],
    ['+40 722 000 100', '+40722000100'],
    ['0040722000100', '+40722000100'],
    ['40722000100', '+40722000100'],
    ['+40 0722 000 100', '+40722000100'],
    ['722000100', '+40722000100'],
    ['+49 30 901820', '+4930901820'],
    ['0722', '!phone-malformed'],
    ['0722000100200', '!phone-malformed'],
    ['0922000100', '!phone-malformed'],
    ['+40922000100', '!phone-malformed'],
    ['zero șapte', '!phone-malformed'],
    ['112', '!phone-malformed'],
  ])('%j', (raw, expected) => {
    expect(told(parsePhone(raw))).toEqual(expected)
  })

  it('is shown as it is dialled here', () => {
    expect(showPhone('+40722000100')).toBe('0722\u00a0000\u00a0100')
    expect(showPhone('+4930901820')).toBe('+4930901820')
  })
})

describe('address', () => {
  const here = aField('address', { villages: ['Săcălaz', 'Beregsău Mare', 'Beregsău Mic'] })
  const anywhere = aField('address', { villages: [] })
  const read = (parts: Record<string, unknown>) => (part: string) => parts[part]
  const toldParts = (parsed: ReturnType<typeof parseAddress>) =>
    parsed.kind === 'faults' ? parsed.faults.map(({ part, code }) => `${part}!${code}`) : parsed.kind

  it('in the commune knows its villages however they are spelled, and forgets a county', () => {
    expect(
      parseAddress(read({ judet: 'Arad', localitate: 'beregsau mic', strada: ' Strada  Morii ', numar: 214 }), here),
    ).toEqual({
      kind: 'value',
      value: { judet: '', localitate: 'Beregsău Mic', strada: 'Strada Morii', numar: '214', bloc: '', cod_postal: '' },
    })
  })

  it.each([
    [{}, 'none'],
    [{ strada: '  ' }, 'none'],
    [{ strada: 'Morii' }, ['localitate!village-missing', 'numar!house-number-missing']],
    [{ localitate: 'Timișoara', numar: '1' }, ['localitate!village-unknown']],
    [{ localitate: 'Săcălaz', numar: 'fără' }, 'value'],
    [{ localitate: 'Săcălaz', numar: '1', cod_postal: '30737' }, ['cod_postal!postal-code-malformed']],
    [{ localitate: ['Săcălaz'], numar: '1' }, ['localitate!not-text']],
    [{ localitate: 'Săcălaz', numar: '1'.repeat(21) }, ['numar!too-long']],
  ])('in the commune: %j', (parts, expected) => {
    expect(toldParts(parseAddress(read(parts), here))).toEqual(expected)
  })

  it.each([
    [{ localitate: 'Arad', numar: '1' }, ['judet!county-missing']],
    [{ judet: 'Arad', numar: '1' }, ['localitate!locality-missing']],
    [{ judet: 'Arad', localitate: 'Arad', numar: '1', cod_postal: '310 001' }, 'value'],
  ])('anywhere: %j', (parts, expected) => {
    expect(toldParts(parseAddress(read(parts), anywhere))).toEqual(expected)
  })

  it.each([
    [{ localitate: 'Săcălaz', strada: 'Strada Morii', numar: '214A' }, 'Strada Morii nr.\u00a0214A, Săcălaz'],
    [{ localitate: 'Săcălaz', numar: '214' }, 'nr.\u00a0214, Săcălaz'],
    [{ localitate: 'Săcălaz', numar: 'fără' }, 'fără număr, Săcălaz'],
    [
      {
        judet: 'Timiș',
        localitate: 'Timișoara',
        strada: 'Aleea Gării',
        numar: '2',
        bloc: 'bl. 3, ap. 4',
        cod_postal: '300001',
      },
      'Aleea Gării nr.\u00a02, bl. 3, ap. 4, Timișoara, județul Timiș, 300001',
    ],
    [{ judet: 'București', localitate: 'Sectorul 1', numar: '1' }, 'nr.\u00a01, Sectorul 1, București'],
  ])('is shown in one line: %j', (parts, expected) => {
    const empty = { judet: '', localitate: '', strada: '', numar: '', bloc: '', cod_postal: '' }
    expect(showAddress(Object.assign(empty, parts))).toBe(expected)
  })
})

describe('files', () => {
  const field = aField('file', { kinds: ['pdf', 'image'], maxBytes: 1000, maxCount: 2 })
  const file = (given: object = {}) => ({ id: 'a1', name: 'act.pdf', bytes: 10, ...given })
  it.each([
    [undefined, null],
    [[], null],
    [file(), [{ ...file(), sha256: null }]],
    [
      [file(), file({ id: 'b', name: 'POZA.JPG' })],
      [
        { ...file(), sha256: null },
        { ...file({ id: 'b', name: 'POZA.JPG' }), sha256: null },
      ],
    ],
    [[file(), file({ id: 'b' }), file({ id: 'c' })], '!files-too-many'],
    [file({ name: 'virus.exe' }), '!file-kind'],
    [file({ name: 'act.pdf.exe' }), '!file-kind'],
    [file({ name: 'act' }), '!file-kind'],
    [file({ bytes: 1001 }), '!file-too-large'],
    [file({ bytes: 0 }), '!file-unknown'],
    [file({ bytes: -1 }), '!file-unknown'],
    [file({ bytes: 1.5 }), '!file-unknown'],
    [file({ id: '../etc/passwd' }), '!file-unknown'],
    [[file(), file()], '!file-unknown'],
    [file({ sha256: 'abc' }), '!file-unknown'],
    ['act.pdf', '!file-unknown'],
  ])('%j', (raw, expected) => {
    expect(told(parseFiles(raw, field))).toEqual(expected)
  })
})

describe('consent', () => {
  it.each([
    [true, true],
    ['on', true],
    ['DA', true],
    [undefined, null],
    [false, null],
    ['', null],
    ['nu', '!consent-missing'],
    [1, '!consent-missing'],
    [['on'], '!consent-missing'],
  ])('%j', (raw, expected) => {
    expect(told(parseConsent(raw))).toEqual(expected)
  })
})

describe('a flood', () => {
  const letters = 'a'.repeat(10_000_000)
  const options = [{ value: 'da', label: 'Da', hint: '' }]
  const file = { id: 'a1', name: 'act.pdf', bytes: 10 }
  const files = aField('file', { kinds: ['pdf'], maxBytes: 1000, maxCount: 2 })
  it.each<[string, () => unknown, string]>([
    ['text', () => parseText(letters, aField('text', { maxLength: 20 })), '!too-long'],
    ['spaces', () => parseText(' '.repeat(10_000_000), aField('text', { maxLength: 20 })), '!too-long'],
    ['long text', () => parseLongText(letters, aField('longText', { maxLength: 1000 })), '!too-long'],
    ['number', () => parseNumber('9'.repeat(10_000_000), aField('number', { unit: '' })), '!number-malformed'],
    ['date', () => parseDate('1.'.repeat(5_000_000), { days: 'any' }, today), '!date-malformed'],
    ['choice', () => parseChoice(letters, { options }), '!choice-unknown'],
    [
      'ticks',
      () =>
        parseCheckboxes(
          Array.from({ length: 1_000_000 }, () => 'da'),
          aField('checkboxes', { options }),
        ),
      '!choice-unknown',
    ],
    ['CNP', () => parseCnp('1'.repeat(10_000_000), today), '!cnp-malformed'],
    ['CUI', () => parseCui('RO'.repeat(5_000_000)), '!cui-malformed'],
    ['IBAN', () => parseIban('RO49'.repeat(2_500_000)), '!iban-malformed'],
    ['e-mail', () => parseEmail(`a@${'a.'.repeat(5_000_000)}ro`), '!email-malformed'],
    ['phone', () => parsePhone('0'.repeat(10_000_000)), '!phone-malformed'],
    [
      'files',
      () =>
        parseFiles(
          Array.from({ length: 1_000_000 }, () => file),
          files,
        ),
      '!files-too-many',
    ],
    ['consent', () => parseConsent(letters), '!consent-missing'],
  ])('of %s is refused within half a second', (_, parse, expected) => {
    const start = performance.now()
    expect(told(parse() as never)).toBe(expected)
    expect(performance.now() - start).toBeLessThan(500)
  })
})
