import { foldRomanian } from '@avizier/search/romanian-text'
import type { AddressAnswer, AnswerFaultCode, FieldOf } from '../contract.ts'
import { readLine } from './written.ts'

/** The parts of an address in the order in which they are asked; each is a control of its own, `<name>.<part>`. */
export const addressParts = ['judet', 'localitate', 'strada', 'numar', 'bloc', 'cod_postal'] as const
export type AddressPart = (typeof addressParts)[number]

const longest: Record<AddressPart, number> = {
  judet: 40,
  localitate: 80,
  strada: 120,
  numar: 20,
  bloc: 60,
  cod_postal: 12,
}

type ParsedAddress =
  | { kind: 'none' }
  | { kind: 'value'; value: AddressAnswer }
  | { kind: 'faults'; faults: { part: AddressPart; code: AnswerFaultCode }[] }

/**
 * An address in the commune (its village is one of `villages`) or anywhere in the country (with its county).
 * A street is optional, for some villages have none; a number is not, and "fără" is one.
 */
export function parseAddress(read: (part: AddressPart) => unknown, { villages }: FieldOf<'address'>): ParsedAddress {
  const faults: { part: AddressPart; code: AnswerFaultCode }[] = []
  const value = { judet: '', localitate: '', strada: '', numar: '', bloc: '', cod_postal: '' }
  const isHere = villages.length > 0
  for (const part of addressParts) {
    if (part === 'judet' && isHere) continue
    const line = readLine(read(part), longest[part])
    if (line.kind === 'fault') faults.push({ part, code: line.code })
    if (line.kind === 'value') value[part] = line.value
  }
  if (faults.length === 0 && Object.values(value).every((part) => part === '')) return { kind: 'none' }
  const miss = (part: AddressPart, code: AnswerFaultCode) => {
    if (!faults.some((fault) => fault.part === part)) faults.push({ part, code })
  }
  if (isHere) {
    const village = villages.find((each) => foldRomanian(each) === foldRomanian(value.localitate))
    if (!value.localitate) miss('localitate', 'village-missing')
    else if (!village) miss('localitate', 'village-unknown')
    else value.localitate = village
  } else {
    if (!value.judet) miss('judet', 'county-missing')
    if (!value.localitate) miss('localitate', 'locality-missing')
  }
  if (!value.numar) miss('numar', 'house-number-missing')
  value.cod_postal = value.cod_postal.replace(/\s/g, '')
  if (value.cod_postal && !/^\d{6}$/.test(value.cod_postal)) miss('cod_postal', 'postal-code-malformed')
  if (faults.length > 0) return { kind: 'faults', faults: inOrder(faults) }
  return { kind: 'value', value }
}

const inOrder = <Fault extends { part: AddressPart }>(faults: Fault[]) =>
  faults.sort((a, b) => addressParts.indexOf(a.part) - addressParts.indexOf(b.part))

/** "Strada Morii nr. 214A, Beregsău Mic, județul Timiș, 307371" */
export function showAddress({ judet, localitate, strada, numar, bloc, cod_postal }: AddressAnswer): string {
  const number = /^f[aă]r[aă]/i.test(numar) ? 'fără număr' : `nr.\u00a0${numar}`
  const house = [strada, number].filter(Boolean).join(strada ? ' ' : '')
  const county = judet && (/^(bucure[sș]ti|sector|jud)/i.test(judet) ? judet : `județul ${judet}`)
  return [house, bloc, localitate, county, cod_postal].filter(Boolean).join(', ')
}
