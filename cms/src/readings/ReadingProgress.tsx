'use client'
import { useEffect, useState } from 'react'
import { pagesOnScreen } from './reading-state.ts'
import type { ReadingView } from './reading-status.ts'
import { pageFaults, readingLabels, readingSentences, readingStates, readingText } from './readings.ro.ts'

const asksEvery = 1_500
const button = 'btn btn--style-secondary btn--size-small'

/** How a reading stands, asked again while it goes on, with the text of each page. */
export function ReadingProgress({
  fileId,
  given,
  mayReadAgain,
}: {
  fileId: string
  given: ReadingView
  mayReadAgain: boolean
}) {
  const [view, setView] = useState(given)
  const [from, setFrom] = useState(1)
  const [notice, setNotice] = useState('')
  const { status, pages } = view
  const isUnderWay = status.state === 'waiting' || status.state === 'working'

  const ask = async (first: number, method = 'GET') => {
    try {
      const response = await fetch(`/api/files/${fileId}/reading?from=${first}`, { method, credentials: 'include' })
      if (!response.ok) throw new Error(String(response.status))
      setView((await response.json()) as ReadingView)
      setNotice('')
      return true
    } catch {
      setNotice(readingText.notReached)
      return false
    }
  }

  useEffect(() => {
    if (!isUnderWay) return
    const timer = setInterval(() => void ask(from), asksEvery)
    return () => clearInterval(timer)
  })

  const turnTo = (first: number) => {
    setFrom(first)
    void ask(first)
  }
  const total = status.served?.pages ?? status.pagesDone
  const lastShown = pages.at(-1)?.number ?? 0
  const firstShown = pages[0]?.number ?? 1

  return (
    <section className="avizier-reading" aria-label={readingLabels.field.ro}>
      <header>
        <h3>{readingLabels.field.ro}</h3>
        <span className={`avizier-reading-state avizier-reading-${status.state}`}>{readingStates[status.state]}</span>
        {mayReadAgain && !isUnderWay && (
          <button
            type="button"
            className={button}
            onClick={async () => {
              setFrom(1)
              if (await ask(1, 'POST')) setNotice(readingText.askedAgain)
            }}
          >
            {readingText.readAgain}
          </button>
        )}
      </header>
      <div aria-live="polite">
        {readingSentences(status).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {notice && <p>{notice}</p>}
      </div>
      {isUnderWay && status.pages !== null && (
        <progress value={status.pagesDone} max={status.pages} aria-label={readingStates.working} />
      )}
      {status.personalDataPages.length > 0 && (
        <p className="avizier-reading-warning">{readingText.personalData(status.personalDataPages)}</p>
      )}
      {status.served && (
        <dl>
          <dt>{readingText.engine}</dt>
          <dd>{status.served.engine}</dd>
          {status.served.confidence !== null && (
            <>
              <dt>{readingText.confidence}</dt>
              <dd>{percent(status.served.confidence)}</dd>
            </>
          )}
        </dl>
      )}
      {pages.length > 0 && (
        <details>
          <summary>{readingText.textOfPages}</summary>
          {pages.map((page) => (
            <article key={page.number} lang="ro">
              <h4>
                {`${readingText.page} ${page.number}`}
                {page.method === 'recognised' && page.confidence !== null && (
                  <small>{`${readingText.confidence.toLowerCase()} ${percent(page.confidence)}`}</small>
                )}
              </h4>
              <p>{page.fault ? pageFaults[page.fault] : page.text || readingText.blankPage}</p>
            </article>
          ))}
          <nav>
            {firstShown > 1 && (
              <button type="button" className={button} onClick={() => turnTo(Math.max(1, firstShown - pagesOnScreen))}>
                {readingText.earlier}
              </button>
            )}
            {lastShown < total && (
              <button type="button" className={button} onClick={() => turnTo(lastShown + 1)}>
                {readingText.later}
              </button>
            )}
          </nav>
        </details>
      )}
    </section>
  )
}

const percent = (value: number) => `${Math.round(value)} %`
