import { waitingFilings } from './waiting-store.ts'

/**
 * Sends what waits on this device: when a page of the forms is opened, when the network returns, and when the person
 * asks. What that takes is loaded only where something waits.
 */
class WaitingFilings extends HTMLElement {
  connectedCallback(): void {
    this.setAttribute('role', 'status')
    const form = this.dataset['keeps']
    if (form) void import('./keep-form.ts').then(({ keepForm }) => keepForm(form))
    window.addEventListener('online', () => void this.send())
    void this.send()
  }

  /** Says what waits, and sends it as far as the network goes. */
  async send(): Promise<void> {
    const waiting = await waitingFilings()
    if (waiting.length === 0) return
    const { showAndSend } = await import('./show-waiting.ts')
    await showAndSend(this, waiting)
  }
}

customElements.define('waiting-filings', WaitingFilings)
