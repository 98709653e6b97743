/** The rules of a town that has not set its own. */
const usual = { nearbyMetres: 30, answerDays: 14, urgentNotice: 'Pentru un pericol imediat sunați la 112.' } as const
const usualPerHour = 6

type Given = { nearbyMetres?: number | null; answerDays?: number | null; urgentNotice?: string | null }

export const reportingRules = ({ nearbyMetres, answerDays, urgentNotice }: Given) => ({
  nearbyMetres: nearbyMetres ?? usual.nearbyMetres,
  answerDays: answerDays ?? usual.answerDays,
  urgentNotice: urgentNotice ?? usual.urgentNotice,
})

/** How many reports an hour from one place are believed without a second look. */
export const busyPerHour = ({ busyPerHour: given }: { busyPerHour?: number | null }): number => given ?? usualPerHour
