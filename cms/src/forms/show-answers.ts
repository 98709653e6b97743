import type { AddressAnswer, Answer, Answers, FileAnswer, FormDefinition, FormField } from './contract.ts'
import { showAddress } from './field-types/address.ts'
import { showCheckboxes } from './field-types/checkboxes.ts'
import { showChoice } from './field-types/choice.ts'
import { showDate } from './field-types/date.ts'
import { showFiles } from './field-types/file.ts'
import { showIban } from './field-types/iban.ts'
import { showNumber } from './field-types/number.ts'
import { showPhone } from './field-types/phone.ts'
import { isShown } from './show-if.ts'

/** A question with its answer in words; `text` is empty when it was left open, and holds `\n` between lines. */
export type ShownAnswer = { step: string; name: string; label: string; text: string }

/** All questions that were asked, in their order, for the check page, the receipt and the clerk. */
export function showAnswers(definition: FormDefinition, answers: Answers): ShownAnswer[] {
  return definition.steps.flatMap((step) => {
    if (!isShown(step.showIf, answers)) return []
    return step.fields
      .filter((field) => field.type !== 'information' && isShown(field.showIf, answers))
      .map((field) => {
        const answer = Object.hasOwn(answers, field.name) ? answers[field.name] : undefined
        const text = answer === undefined ? '' : showAnswer(field, answer)
        return { step: step.name, name: field.name, label: field.label, text }
      })
  })
}

function showAnswer(field: FormField, answer: Answer): string {
  switch (field.type) {
    case 'number':
      return showNumber(Number(answer), field)
    case 'date':
      return showDate(String(answer))
    case 'choice':
      return showChoice(String(answer), field)
    case 'checkboxes':
      return showCheckboxes(answer as string[], field)
    case 'address':
      return showAddress(answer as AddressAnswer)
    case 'iban':
      return showIban(String(answer))
    case 'phone':
      return showPhone(String(answer))
    case 'file':
      return showFiles(answer as FileAnswer[])
    case 'consent':
      return 'da'
    case 'text':
    case 'longText':
    case 'cnp':
    case 'cui':
    case 'email':
    case 'information':
      return String(answer)
    default:
      return field satisfies never
  }
}
