import type { Suggestion } from '@avizier/search/search-index'
import { searchPath, searchSuggestionsPath } from '../paths.ts'
import { countOf } from '../romanian/plural.ts'

const pauseMs = 120
const kinds: Record<string, string> = {
  hotarare: 'hotărâre',
  dispozitie: 'dispoziție',
  anunt: 'anunț',
  document: 'document',
  formular: 'formular',
  pagina: 'pagină',
}

/**
 * Suggestions under the search field while one types: a combobox with a list box (ARIA Authoring Practices 1.2,
 * "editable combobox with list autocomplete"). What is shown never answers an older keystroke than the last.
 */
class SearchSuggestions extends HTMLElement {
  readonly #input = this.querySelector('input')
  readonly #list = document.createElement('ul')
  readonly #status = document.createElement('div')
  #shown: Suggestion[] = []
  #chosen = -1
  #timer = 0
  #asking: AbortController | null = null

  connectedCallback(): void {
    const input = this.#input
    if (!input || this.#list.isConnected) return
    Object.assign(this.#list, { id: 'sugestii', className: 'suggestions', hidden: true, role: 'listbox' })
    this.#list.setAttribute('aria-label', 'Sugestii')
    Object.assign(this.#status, { className: 'sr', role: 'status' })
    this.append(this.#list, this.#status)
    for (const [name, value] of Object.entries({
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': 'sugestii',
    }))
      input.setAttribute(name, value)
    input.addEventListener('input', () => this.#typed())
    input.addEventListener('keydown', (event) => this.#pressed(event))
    input.addEventListener('blur', () => this.#show([]))
    // Pressing the pointer would take the focus away before the click is heard.
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault())
    this.#list.addEventListener('click', (event) => {
      const item = (event.target as Element).closest('li')
      const suggestion = item && this.#shown[[...this.#list.children].indexOf(item)]
      if (suggestion) this.#go(suggestion)
    })
  }

  #typed(): void {
    clearTimeout(this.#timer)
    this.#asking?.abort()
    const words = this.#input?.value.trim() ?? ''
    if (words.length < 2) {
      this.#show([])
      return
    }
    const asking = new AbortController()
    this.#asking = asking
    this.#timer = window.setTimeout(async () => {
      try {
        const response = await fetch(`${searchSuggestionsPath}?q=${encodeURIComponent(words)}`, {
          signal: asking.signal,
        })
        const suggestions: Suggestion[] = response.ok ? await response.json() : []
        if (!asking.signal.aborted) this.#show(suggestions)
      } catch {
        // Another letter came, or the network went: the form works without suggestions.
      }
    }, pauseMs)
  }

  #show(suggestions: Suggestion[]): void {
    if (suggestions.length === 0) this.#asking?.abort()
    this.#shown = suggestions
    this.#list.replaceChildren(
      ...suggestions.map((suggestion, index) => {
        const item = document.createElement('li')
        Object.assign(item, { id: `sugestia-${index}`, role: 'option', textContent: suggestion.text })
        if (suggestion.kind === 'document') {
          const kind = document.createElement('small')
          kind.textContent = kinds[suggestion.documentKind] ?? ''
          item.append(kind)
        }
        return item
      }),
    )
    this.#list.hidden = suggestions.length === 0
    this.#input?.setAttribute('aria-expanded', String(suggestions.length > 0))
    this.#status.textContent =
      suggestions.length > 0 ? countOf(suggestions.length, { one: 'sugestie', many: 'sugestii' }) : ''
    this.#choose(-1)
  }

  #choose(index: number): void {
    this.#chosen = index
    for (const [at, item] of [...this.#list.children].entries())
      item.setAttribute('aria-selected', String(at === index))
    if (index < 0) {
      this.#input?.removeAttribute('aria-activedescendant')
      return
    }
    this.#input?.setAttribute('aria-activedescendant', `sugestia-${index}`)
    this.#list.children[index]?.scrollIntoView({ block: 'nearest' })
  }

  #pressed(event: KeyboardEvent): void {
    const { length } = this.#shown
    if (length === 0) return
    const suggestion = this.#shown[this.#chosen]
    if (event.key === 'ArrowDown') this.#choose(this.#chosen + 1 < length ? this.#chosen + 1 : -1)
    else if (event.key === 'ArrowUp') this.#choose(this.#chosen < 0 ? length - 1 : this.#chosen - 1)
    else if (event.key === 'Escape') this.#show([])
    else if (event.key === 'Enter' && suggestion) this.#go(suggestion)
    else return
    event.preventDefault()
  }

  #go(suggestion: Suggestion): void {
    location.assign(
      suggestion.kind === 'document' ? suggestion.url : `${searchPath}?q=${encodeURIComponent(suggestion.text)}`,
    )
  }
}

customElements.define('search-suggestions', SearchSuggestions)
