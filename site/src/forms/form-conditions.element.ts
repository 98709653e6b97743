import type { Answers, Condition } from '@avizier/cms/forms'
import { isShown } from '@avizier/cms/forms-conditions'

/**
 * Inside a form: a part with `data-show-if` is there only while its condition holds, by the very rule that the record
 * judges answers with. What is not shown is disabled, so that it is not sent either. `data-answers` holds what the
 * pages before have answered.
 */
class FormConditions extends HTMLElement {
  connectedCallback(): void {
    const form = this.closest('form')
    if (!form) return
    const earlier: Answers = JSON.parse(this.dataset['answers'] ?? '{}')
    const parts = [...form.querySelectorAll<HTMLElement>('[data-show-if]')]
    const judge = () => {
      for (const part of parts) {
        const condition: Condition = JSON.parse(part.dataset['showIf'] ?? 'null')
        const isWithin = !part.parentElement?.closest('[data-show-if][hidden]')
        part.hidden = !isWithin || !isShown(condition, { ...earlier, ...answersOn(form) })
        for (const control of part.querySelectorAll<HTMLInputElement>('input, select, textarea'))
          control.disabled = control.closest('[data-show-if][hidden]') !== null
      }
    }
    judge()
    // What is asked only when it is wanted need not say when.
    for (const words of form.querySelectorAll('[data-show-if] [data-part=when]')) words.remove()
    for (const hint of form.querySelectorAll('.hint:empty')) hint.remove()
    form.addEventListener('input', judge)
    // What another element puts back without a keystroke, and what a browser restores.
    for (const event of ['restored', 'pageshow'] as const) window.addEventListener(event, judge)
  }
}

/** What is answered on the page so far, as rules look at it. */
function answersOn(form: HTMLFormElement): Answers {
  const answers: Record<string, string[]> = {}
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || value === '') continue
    const [field = ''] = name.split('.')
    answers[field] = [...(answers[field] ?? []), value]
  }
  return answers
}

customElements.define('form-conditions', FormConditions)
