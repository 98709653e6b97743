'use client'
import { useRowLabel } from '@payloadcms/ui'
import { channelLabels, domicileLabels, fineKindLabels, offenderLabels, shareLabels } from './payment-rules.ro.ts'

type Route = {
  fine?: keyof typeof fineKindLabels
  offender?: keyof typeof offenderLabels
  domicile?: keyof typeof domicileLabels
  channels?: (keyof typeof channelLabels)[]
}

/** A closed line of the table of routes, told in a few words. */
export function RouteLabel() {
  const { data, rowNumber } = useRowLabel<Route>()
  const { fine, offender, domicile, channels } = data
  const words = [
    fine ? fineKindLabels[fine].ro : `Linia ${(rowNumber ?? 0) + 1}`,
    offender ? offenderLabels[offender].ro.toLowerCase() : '',
    domicile ? domicileLabels[domicile].ro.toLowerCase() : '',
  ].filter(Boolean)
  return <span>{`${words.join(', ')}: ${(channels ?? []).map((name) => channelLabels[name].ro).join(' → ')}`}</span>
}

export function DiscountLabel() {
  const { data, rowNumber } = useRowLabel<{ share?: keyof typeof shareLabels; days?: number; legalBasis?: string }>()
  const { share, days, legalBasis } = data
  if (!share) return <span>{`Linia ${(rowNumber ?? 0) + 1}`}</span>
  return <span>{`${shareLabels[share].ro}${days ? ` în ${days} zile` : ''} (${legalBasis ?? ''})`}</span>
}
