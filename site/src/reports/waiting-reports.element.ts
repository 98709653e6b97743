import { sendWaiting, waitingReports } from './waiting-reports.ts'

/** Sends what waits on this phone from the list of reports too: whoever comes back to look need not open the form. */
class WaitingReports extends HTMLElement {
  connectedCallback(): void {
    void this.#send()
    window.addEventListener('online', () => void this.#send())
  }

  async #send(): Promise<void> {
    for (const report of await waitingReports()) {
      const answer = report.mend ? null : await sendWaiting(report)
      const link = this.querySelector('a')
      if (answer?.kind !== 'sent' || !link) continue
      link.href = answer.address
      this.hidden = false
    }
  }
}

customElements.define('waiting-reports', WaitingReports)
