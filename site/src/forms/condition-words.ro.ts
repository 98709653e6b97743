import type { Condition, FormField } from '@avizier/cms/forms'

/** "numai dacă la „În ce calitate” ați ales „Firmă”"; null when it is always asked. */
export function whenShown(condition: Condition | null, fields: readonly FormField[]): string | null {
  if (!condition) return null
  const rules = condition.rules.map((rule) => {
    const asked = fields.find(({ name }) => name === rule.field)
    const label = asked?.label ?? rule.field
    if (rule.is === 'answered') return `ați răspuns la „${label}”`
    const options = asked && 'options' in asked ? asked.options : []
    const values = rule.values.map((value) => `„${options.find((option) => option.value === value)?.label ?? value}”`)
    return asked?.type === 'consent' ? `ați bifat „${label}”` : `la „${label}” ați ales ${values.join(' sau ')}`
  })
  return `numai dacă ${rules.join(condition.match === 'all' ? ' și ' : ' sau ')}`
}
