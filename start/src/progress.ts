/** Says what is happening: a line that lives on a terminal, plain lines elsewhere. */
export class Progress {
  readonly #isLive = process.stdout.isTTY
  #since = 0
  #title = ''

  say(sentence: string): void {
    this.#clear()
    console.log(sentence)
  }

  begin(title: string): void {
    this.#title = title
    this.#since = Date.now()
    if (this.#isLive) process.stdout.write(`… ${title}`)
    else console.log(`… ${title}`)
  }

  /** What the step is at now; shown only where lines can be rewritten. */
  detail(text: string): void {
    if (!this.#isLive) return
    this.#clear()
    const width = (process.stdout.columns ?? 80) - this.#title.length - 6
    process.stdout.write(`… ${this.#title}: ${text.slice(0, Math.max(0, width))}`)
  }

  end(): void {
    this.#clear()
    console.log(`✓ ${this.#title} (${((Date.now() - this.#since) / 1000).toFixed(1)} s)`)
  }

  #clear(): void {
    if (this.#isLive) process.stdout.write('\r\u001b[2K')
  }
}
