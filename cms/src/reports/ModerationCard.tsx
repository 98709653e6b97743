'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { ReportPhotos, type ShownItem } from './ReportPhotos.tsx'
import { reportFieldLabels as labels, reportDeskText as text } from './report-desk.ro.ts'
import { verbLabels } from './reports.ro.ts'
import { takeStep } from './take-step.ts'

type Card = {
  id: number
  category: string
  publicDescription: string
  place: {
    point: { lat: number; lng: number } | null
    village: string | null
    street: string | null
    words: string | null
  }
  media: ShownItem[]
  similar: { id: number; number: string; title: string; metres: number }[]
}

/**
 * One unseen report: read, put right, and decided with one click or one key. What follows it comes up by itself.
 * `children` are what only is shown.
 */
export function ModerationCard({
  card,
  categories,
  villages,
  reasons,
  next,
  previous,
  children,
}: {
  card: Card
  categories: { slug: string; name: string }[]
  villages: string[]
  reasons: { title: string; text: string }[]
  next: string
  previous: string | null
  children: ReactNode
}) {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const reason = useRef<HTMLTextAreaElement>(null)
  const [said, setSaid] = useState('')
  const [isBusy, setIsBusy] = useState(false)

  const decide = async (verb: string, body: object) => {
    if (isBusy) return
    setIsBusy(true)
    const fault = await takeStep(card.id, verb, body)
    setIsBusy(false)
    setSaid(fault ?? '')
    if (fault) return
    router.push(next)
    router.refresh()
  }
  const written = () => {
    const data = new FormData(form.current ?? undefined)
    const line = (name: string) => String(data.get(name) ?? '').trim() || null
    return {
      publicDescription: String(data.get('publicDescription') ?? ''),
      category: String(data.get('category')),
      place: { point: card.place.point, village: line('village'), street: line('street'), words: line('words') },
      media: card.media
        .filter(({ sha256 }) => data.get(`shown-${sha256}`) === 'on')
        .map(({ sha256 }) => ({ sha256, alt: String(data.get(`alt-${sha256}`) ?? '') })),
    }
  }
  const publish = () => decide('publish', written())
  const hold = () => decide('hold', {})
  const refuse = () => {
    const why = reason.current?.value.trim() ?? ''
    if (why === '') {
      reason.current?.focus()
      return setSaid(text.reason)
    }
    return decide('refuse', { text: why })
  }

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        target.closest('input, textarea, select, [contenteditable]')
      )
        return
      const does: Record<string, () => unknown> = {
        p: publish,
        d: hold,
        n: () => reason.current?.focus(),
        j: () => router.push(next),
        k: () => previous && router.push(previous),
      }
      const action = does[event.key.toLowerCase()]
      if (!action) return
      event.preventDefault()
      void action()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    void publish()
  }
  return (
    <>
      <p className="report-keys">{text.keys}</p>
      <ReportPhotos items={card.media} />
      <div className="desk__cols">
        <form ref={form} onSubmit={submit}>
          <div className="desk__fields">
            <label className="desk__wide">
              {text.asPublished}
              <textarea name="publicDescription" rows={5} defaultValue={card.publicDescription} />
            </label>
            <label>
              {labels.category}
              <select name="category" defaultValue={card.category}>
                {categories.map(({ slug, name }) => (
                  <option key={slug} value={slug}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            <label>
              {labels.village}
              <input name="village" list="villages" defaultValue={card.place.village ?? ''} />
              <datalist id="villages">
                {villages.map((name) => (
                  <option key={name} value={name} />
                ))}
              </datalist>
            </label>
            <label>
              {labels.street}
              <input name="street" defaultValue={card.place.street ?? ''} />
            </label>
            <label>
              {labels.words}
              <input name="words" defaultValue={card.place.words ?? ''} />
            </label>
            {card.media.map(({ sha256, name, alt }) => (
              <fieldset className="desk__wide" key={sha256} style={{ border: 0, padding: 0 }}>
                <label>
                  <input type="checkbox" name={`shown-${sha256}`} defaultChecked /> {name}
                </label>
                <input
                  name={`alt-${sha256}`}
                  defaultValue={alt}
                  placeholder="Ce se vede"
                  aria-label={`Ce se vede în ${name}`}
                />
              </fieldset>
            ))}
          </div>
          <div className="report-buttons">
            <button type="submit" disabled={isBusy}>
              {verbLabels.publish}
            </button>
            <button type="button" disabled={isBusy} onClick={() => void hold()}>
              {verbLabels.hold}
            </button>
            <button type="button" className="report-refuse" disabled={isBusy} onClick={() => void refuse()}>
              {verbLabels.refuse}
            </button>
            <span role="status" className="desk__fault">
              {said}
            </span>
          </div>
          <label>
            {text.reason}
            <textarea ref={reason} name="reason" rows={2} />
          </label>
          <div className="report-buttons">
            {reasons.map((reply) => (
              <button
                type="button"
                key={reply.title}
                onClick={() => {
                  if (reason.current) reason.current.value = reply.text
                }}
              >
                {reply.title}
              </button>
            ))}
          </div>
        </form>
        <aside>
          {children}
          {card.similar.length > 0 && (
            <>
              <h2>{text.similar}</h2>
              <ul className="report-similar">
                {card.similar.map(({ id, number, title, metres }) => (
                  <li key={id}>
                    <span>
                      {number}, {title}, {text.similarAt(metres)}
                    </span>
                    <button type="button" disabled={isBusy} onClick={() => void decide('merge', { intoId: id })}>
                      {text.join}
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
        </aside>
      </div>
    </>
  )
}
