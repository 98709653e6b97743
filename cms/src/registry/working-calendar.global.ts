import type { GlobalConfig } from 'payload'
import { appendAuditEntry } from '../audit/append-audit-entry.action.ts'
import type { WorkingCalendar } from '../payload-types.ts'
import { dayOf } from '../publishing/calendar.ts'
import { dayField } from '../publishing/date-fields.ts'
import { type Actor, isStaff } from '../staff/roles.ts'
import { recountTerms } from './recount-terms.action.ts'
import type { BridgeDay } from './romanian-calendar.ts'
import { changedDays, recountedTitle } from './term-explanation.ro.ts'

const daysOf = (calendar: WorkingCalendar | undefined): BridgeDay[] =>
  (calendar?.bridgeDays ?? []).map(({ on, name, basis }) => ({ on: dayOf(on), name: name ?? '', basis }))

/** What the Government adds to the legal holidays, year by year. */
export const workingCalendar: GlobalConfig = {
  slug: 'workingCalendar',
  label: { ro: 'Zile libere', en: 'Free days' },
  admin: {
    group: { ro: 'Registratură', en: 'Registry' },
    description: {
      ro: 'Sărbătorile legale sunt știute. Aici se adaugă zilele pe care Guvernul le dă libere personalului bugetar; la salvare, termenele documentelor în lucru se recalculează, iar cele care se mută spun de ce în istoricul lor.',
      en: 'Bridge days given by the Government.',
    },
  },
  access: {
    read: ({ req }) => isStaff(req.user as unknown as Actor),
    update: ({ req }) => (req.user as unknown as Actor)?.roles.includes('generalSecretary') ?? false,
  },
  hooks: {
    afterChange: [
      async ({ doc, previousDoc, req }) => {
        const bridgeDays = daysOf(doc as WorkingCalendar)
        const why = changedDays(daysOf(previousDoc as WorkingCalendar | undefined), bridgeDays)
        const { moved, shortened } = await recountTerms(req, { calendar: { bridgeDays }, why, now: new Date() })
        await appendAuditEntry(req, {
          action: 'update',
          noun: 'registry',
          recordId: 'zile-libere',
          title: recountedTitle(moved, shortened),
          revision: null,
        })
      },
    ],
  },
  fields: [
    {
      name: 'bridgeDays',
      type: 'array',
      label: { ro: 'Zile date libere de Guvern', en: 'Bridge days' },
      labels: { singular: { ro: 'Zi liberă', en: 'Free day' }, plural: { ro: 'Zile libere', en: 'Free days' } },
      fields: [
        {
          type: 'row',
          fields: [
            dayField({ name: 'on', required: true, label: { ro: 'Ziua', en: 'Day' }, admin: { width: '30%' } }),
            { name: 'name', type: 'text', label: { ro: 'De ce', en: 'Why' }, admin: { width: '35%' } },
            {
              name: 'basis',
              type: 'text',
              required: true,
              label: { ro: 'Actul („HG nr. 1/2026”)', en: 'Legal basis' },
              admin: { width: '35%' },
            },
          ],
        },
      ],
    },
  ],
}
