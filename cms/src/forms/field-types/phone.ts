import { answered, faultOf, readLine } from './written.ts'

/** A telephone in the international form: "0722 000 100" → "+40722000100"; other countries with their prefix. */
export function parsePhone(raw: unknown) {
  const line = readLine(raw, 40)
  if (line.kind !== 'value') return line.kind === 'fault' ? faultOf('phone-malformed') : line
  const dialled = line.value.replace(/[\s./()\u2010-\u2015-]/g, '').replace(/^00/, '+')
  if (!/^\+?\d{6,16}$/.test(dialled)) return faultOf('phone-malformed')
  const ofRomania = /^(?:\+?40)?0?([2-7]\d{8})$/.exec(dialled)
  if (ofRomania) return answered(`+40${ofRomania[1]}`)
  const isForeign = !dialled.startsWith('+40') && /^\+[1-9]\d{7,14}$/.test(dialled)
  return isForeign ? answered(dialled) : faultOf('phone-malformed')
}

/** "0722 000 100"; a foreign one as it is dialled. */
export const showPhone = (phone: string) => phone.replace(/^\+40(\d{3})(\d{3})(\d{3})$/, '0$1\u00a0$2\u00a0$3')
