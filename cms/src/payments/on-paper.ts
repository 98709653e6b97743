import type { Day } from '../registry/calendar-days.ts'
import { type OffenceBasis, offenceBases } from './discount-rules.ts'
import type { OnPaper } from './fine-contract.ts'
import { largestFineBani, readDay } from './fine-record.ts'
import type { FineCode } from './fines.ro.ts'
import { parseLei } from './money.ts'

export type PaperFacts =
  | { kind: 'read'; basis: OffenceBasis; communicatedOn: Day; appliedBani: number; minimumBani: number | null }
  | { kind: 'faulty'; faults: { field: string; code: FineCode }[] }

/**
 * What the citizen copied from the paper: the fine, and the half of the minimum that the paper has to mention. A paper
 * that mentions none is paid whole.
 */
export function readOnPaper(typed: OnPaper, { issuedOn, today }: { issuedOn: Day; today: Day }): PaperFacts {
  const faults: { field: string; code: FineCode }[] = []
  const fault = (field: string, code: FineCode) => void faults.push({ field, code })
  const basis = offenceBases.find((each) => each === typed.temei)
  if (!basis) fault('temei', 'basis-missing')
  const appliedBani = parseLei(typed.amenda)
  if (appliedBani === null) fault('amenda', typed.amenda.trim() ? 'amount-malformed' : 'applied-missing')
  else if (appliedBani > largestFineBani) fault('amenda', 'amount-too-large')
  const halfBani = typed.jumatate.trim() ? parseLei(typed.jumatate) : null
  if (typed.jumatate.trim() && halfBani === null) fault('jumatate', 'amount-malformed')
  // A paper may round half of an odd minimum up to the ban.
  else if (halfBani !== null && appliedBani !== null && halfBani * 2 > appliedBani + 1)
    fault('jumatate', 'half-too-large')
  const communicatedOn = typed.primit.trim() ? readDay(typed.primit) : issuedOn
  if (!communicatedOn) fault('primit', 'communicated-malformed')
  else if (communicatedOn < issuedOn) fault('primit', 'communicated-early')
  else if (communicatedOn > today) fault('primit', 'communicated-malformed')
  if (faults.length > 0 || !basis || appliedBani === null || !communicatedOn) return { kind: 'faulty', faults }
  return {
    kind: 'read',
    basis,
    communicatedOn,
    appliedBani,
    minimumBani: halfBani === null ? null : Math.min(halfBani * 2, appliedBani),
  }
}
