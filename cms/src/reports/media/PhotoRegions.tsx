'use client'
import { type KeyboardEvent, type PointerEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { HiddenRegion, MediaState } from './contract.ts'
import { mediaStates, regionsText } from './media.ro.ts'
import { isWorthKeeping, moved, regionBetween, resized, type Spot } from './region-moves.ts'
import './regions.css'

type Told = { state: MediaState; sentence: string | null; regions: HiddenRegion[]; media: { kind: string } | null }
type Drag = { kind: 'draw' | 'move' | 'resize'; index: number; from: Spot; before: HiddenRegion | null }

const asksAgainEvery = 1_500
const step = 0.01
const steps: Record<string, Spot> = {
  ArrowUp: { x: 0, y: -step },
  ArrowDown: { x: 0, y: step },
  ArrowLeft: { x: -step, y: 0 },
  ArrowRight: { x: step, y: 0 },
}

/**
 * Where a clerk hides faces and plates in a photo of a report: with the mouse, with a finger, or with the keyboard. Give
 * it the fingerprint of what was sent; it asks for everything else, and shows below how the public sees the photo.
 */
export function PhotoRegions({ sha256 }: { sha256: string }) {
  const [told, setTold] = useState<Told | null>(null)
  const [regions, setRegions] = useState<HiddenRegion[]>([])
  const [isChanged, setIsChanged] = useState(false)
  const [chosen, setChosen] = useState(-1)
  const [said, setSaid] = useState('')
  const [version, setVersion] = useState(0)
  const photo = useRef<HTMLDivElement>(null)
  const drag = useRef<Drag | null>(null)
  const address = `/api/report-media/${sha256}`

  const ask = useCallback(async () => {
    const answer = await fetch(address).catch(() => null)
    if (!answer?.ok) return setSaid(regionsText.failed)
    const now = (await answer.json()) as Told
    setTold((before) => {
      if (before?.state !== 'ready' && now.state === 'ready') setVersion((count) => count + 1)
      if (before === null) setRegions(now.regions)
      return now
    })
  }, [address])

  useEffect(() => void ask(), [ask])
  const isWaiting = told?.state === 'waiting' || told?.state === 'working'
  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(() => void ask(), asksAgainEvery)
    return () => clearInterval(timer)
  }, [isWaiting, ask])

  const change = (index: number, region: HiddenRegion) => {
    setIsChanged(true)
    setRegions((all) => all.map((each, at) => (at === index ? region : each)))
  }
  const remove = (index: number) => {
    setIsChanged(true)
    setChosen(-1)
    setRegions((all) => all.filter((_, at) => at !== index))
  }
  const spotOf = (event: PointerEvent): Spot => {
    const { left, top, width, height } = photo.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1)
    return { x: (event.clientX - left) / width, y: (event.clientY - top) / height }
  }
  const begin = (event: PointerEvent, kind: Drag['kind'], index: number) => {
    if (event.button !== 0) return
    event.stopPropagation()
    photo.current?.setPointerCapture(event.pointerId)
    drag.current = { kind, index, from: spotOf(event), before: regions[index] ?? null }
    setChosen(index)
  }
  const draw = (event: PointerEvent) => {
    begin(event, 'draw', regions.length)
    const from = spotOf(event)
    setRegions([...regions, { ...from, width: 0, height: 0 }])
  }
  const pull = (event: PointerEvent) => {
    if (!drag.current) return
    const { kind, index, from, before } = drag.current
    const to = spotOf(event)
    const by = { x: to.x - from.x, y: to.y - from.y }
    if (kind === 'draw') change(index, regionBetween(from, to))
    else if (before) change(index, kind === 'move' ? moved(before, by) : resized(before, by))
  }
  const end = () => {
    const last = drag.current
    drag.current = null
    if (last?.kind === 'draw') setRegions((all) => all.filter(isWorthKeeping))
  }
  const press = (event: KeyboardEvent, index: number) => {
    const region = regions[index]
    const by = steps[event.key]
    if (event.key === 'Delete' || event.key === 'Backspace') remove(index)
    else if (by && region) change(index, event.shiftKey ? resized(region, by) : moved(region, by))
    else return
    event.preventDefault()
  }
  const add = () => {
    setIsChanged(true)
    setChosen(regions.length)
    setRegions([...regions, { x: 0.4, y: 0.4, width: 0.2, height: 0.2 }])
  }
  const save = async () => {
    const answer = await fetch(`${address}/regions`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ regions }),
    }).catch(() => null)
    if (!answer?.ok) {
      const refusal = await answer?.json().catch(() => null)
      return setSaid(refusal?.erori?.[0]?.mesaj ?? regionsText.failed)
    }
    setIsChanged(false)
    setSaid(regionsText.saved)
    setTold((before) => before && { ...before, state: 'waiting' })
  }

  if (!told) return <p role="status">{said || mediaStates.waiting}</p>
  if (told.state === 'refused') return <p className="desk__note">{told.sentence}</p>
  return (
    <section className="regions" aria-label={regionsText.title}>
      <p className="regions__hint">{regionsText.hint}</p>
      <div
        className="regions__photo"
        ref={photo}
        onPointerDown={draw}
        onPointerMove={pull}
        onPointerUp={end}
        onPointerCancel={end}
      >
        {/* biome-ignore lint/performance/noImgElement: it is for staff alone, and never cached */}
        <img src={`${address}/whole`} alt={regionsText.whole} draggable={false} />
        {regions.map(({ x, y, width, height }, index) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a region is its place in the list
            key={index}
            type="button"
            className="regions__box"
            aria-pressed={index === chosen}
            aria-label={regionsText.region(index + 1)}
            style={{ left: pct(x), top: pct(y), width: pct(width), height: pct(height) }}
            onFocus={() => setChosen(index)}
            onKeyDown={(event) => press(event, index)}
            onPointerDown={(event) => begin(event, 'move', index)}
          >
            {index + 1}
            {index === chosen && (
              <span className="regions__corner" onPointerDown={(event) => begin(event, 'resize', index)} />
            )}
          </button>
        ))}
      </div>
      <div className="regions__bar">
        <button type="button" onClick={add}>
          {regionsText.add}
        </button>
        <button type="button" disabled={!regions[chosen]} onClick={() => remove(chosen)}>
          {regionsText.remove}
        </button>
        <button type="submit" disabled={!isChanged} onClick={() => void save()}>
          {regionsText.save}
        </button>
        <span role="status">{isWaiting ? mediaStates.working : said}</span>
      </div>
      {told.state === 'ready' && (
        <figure className="regions__public">
          {/* biome-ignore lint/performance/noImgElement: it is for staff alone, and never cached */}
          <img src={`${address}/public?${version}`} alt={regionsText.public} />
          <figcaption>{regionsText.public}</figcaption>
        </figure>
      )}
    </section>
  )
}

const pct = (share: number) => `${share * 100}%`
