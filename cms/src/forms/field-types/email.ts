import { answered, faultOf, readLine } from './written.ts'

const local = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u
const label = /^[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?$/u

/** An address that mail can be sent to; the domain in lower case. Whether anybody reads it, only a letter can tell. */
export function parseEmail(raw: unknown) {
  const line = readLine(raw, 254)
  if (line.kind !== 'value') return line.kind === 'fault' ? faultOf('email-malformed') : line
  const [name = '', domain = '', ...rest] = line.value.replace(/^mailto:/i, '').split('@')
  const labels = domain.toLowerCase().split('.')
  const isAddress =
    rest.length === 0 &&
    name.length <= 64 &&
    local.test(name) &&
    labels.length >= 2 &&
    labels.every((each) => each.length <= 63 && label.test(each)) &&
    /^\p{L}{2,}$|^xn--/u.test(labels.at(-1) ?? '')
  return isAddress ? answered(`${name}@${labels.join('.')}`) : faultOf('email-malformed')
}
