'use client'
import { useState } from 'react'
import { PhotoRegions } from './media/PhotoRegions.tsx'
import { reportDeskText as text } from './report-desk.ro.ts'

export type ShownItem = {
  sha256: string
  name: string
  alt: string
  isHidden: boolean
  isVideo: boolean
  isReady: boolean
  sentence: string
}

/** The photos and films of a report, large; in each photo faces and plates can be covered. */
export function ReportPhotos({ items }: { items: ShownItem[] }) {
  const [open, setOpen] = useState('')
  if (items.length === 0) return null
  return (
    <div className="report-photos">
      {items.map(({ sha256, name, alt, isHidden, isVideo, isReady, sentence }) => (
        <figure key={sha256}>
          {open === sha256 ? (
            <PhotoRegions sha256={sha256} />
          ) : isVideo ? (
            // biome-ignore lint/a11y/useMediaCaption: what a phone filmed in the street has no words written down
            isReady && <video controls preload="none" src={`/api/report-media/${sha256}/film`} />
          ) : (
            // biome-ignore lint/performance/noImgElement: only who is signed in may fetch it, so nothing can resize it
            <img src={`/api/report-media/${sha256}/whole`} alt={alt || name} />
          )}
          <figcaption>
            <span>
              {alt || name}
              {isHidden ? ` (${text.notShown})` : ''}
              {isReady ? '' : ` – ${sentence}`}
            </span>
            {!isVideo && open !== sha256 && (
              <button type="button" onClick={() => setOpen(sha256)}>
                {text.cover}
              </button>
            )}
          </figcaption>
        </figure>
      ))}
    </div>
  )
}
