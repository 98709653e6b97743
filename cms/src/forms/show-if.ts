import type { Answers, Condition } from './contract.ts'

/** Whether a condition holds for the answers so far; no condition always does. */
export function isShown(condition: Condition | null, answers: Answers): boolean {
  if (!condition) return true
  const holds = (rule: Condition['rules'][number]) => {
    const answer = Object.hasOwn(answers, rule.field) ? answers[rule.field] : undefined
    if (answer === undefined) return false
    if (rule.is === 'answered') return true
    const given = Array.isArray(answer) ? answer : [answer]
    return given.some((each) => typeof each !== 'object' && rule.values.includes(each === true ? 'da' : String(each)))
  }
  return condition.match === 'all' ? condition.rules.every(holds) : condition.rules.some(holds)
}
