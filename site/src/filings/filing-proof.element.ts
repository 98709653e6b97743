import { solveProof } from './solve-proof.ts'

/** A press of the button is not kept waiting longer. */
const patience = 10_000

/** Works out the proof while the answers are read. The filing goes in any case: without a proof, a person looks at it. */
class FilingProof extends HTMLElement {
  connectedCallback(): void {
    const form = this.closest('form')
    const input = this.querySelector('input')
    if (!form || !input) return
    let isReady = false
    const ready = solveProof(this.dataset['challenge'] ?? '').then((proof) => {
      input.value = proof ?? ''
      isReady = true
    })
    let isWaiting = false
    form.addEventListener('submit', (event) => {
      if (isReady) return
      event.preventDefault()
      if (isWaiting) return
      isWaiting = true
      const button = event.submitter
      if (button) button.textContent = 'Se trimite…'
      void Promise.race([ready, new Promise((resolve) => setTimeout(resolve, patience))]).then(() => {
        isReady = true
        form.requestSubmit(button)
      })
    })
  }
}

customElements.define('filing-proof', FilingProof)
