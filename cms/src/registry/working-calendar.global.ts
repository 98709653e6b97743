import type { GlobalConfig } from 'payload'
import { dayField } from '../publishing/date-fields.ts'
import { type Actor, isStaff } from '../staff/roles.ts'

/** What the Government adds to the legal holidays, year by year. */
export const workingCalendar: GlobalConfig = {
  slug: 'workingCalendar',
  label: { ro: 'Zile libere', en: 'Free days' },
  admin: {
    group: { ro: 'Registratură', en: 'Registry' },
    description: {
      ro: 'Sărbătorile legale sunt știute. Aici se adaugă zilele pe care Guvernul le dă libere personalului bugetar; termenele documentelor înregistrate de acum încolo țin seama de ele.',
      en: 'Bridge days given by the Government.',
    },
  },
  access: {
    read: ({ req }) => isStaff(req.user as unknown as Actor),
    update: ({ req }) => (req.user as unknown as Actor)?.roles.includes('generalSecretary') ?? false,
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
