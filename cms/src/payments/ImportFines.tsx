'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { importText } from './fines.ro.ts'

type Report = {
  created: number
  changed: number
  same: number
  refused: { line: number; given: string; why: string[] }[]
}

/** Above the list of fines: a CSV goes in, and every line that was refused is told with its reason. */
export function ImportFines() {
  const router = useRouter()
  const [fault, setFault] = useState('')
  const [report, setReport] = useState<Report | null>(null)
  const bring = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const file = new FormData(event.currentTarget).get('file')
    setReport(null)
    if (!(file instanceof File) || file.size === 0) return setFault(importText.failed)
    const response = await fetch('/api/fines/import', { method: 'POST', body: file }).catch(() => null)
    const body = await response?.json().catch(() => null)
    if (!response?.ok) return setFault(body?.erori?.[0]?.mesaj ?? importText.failed)
    setFault('')
    setReport(body)
    router.refresh()
  }
  return (
    <details style={{ marginBlock: '1rem' }}>
      <summary style={{ cursor: 'pointer', fontWeight: 600 }}>{importText.title}</summary>
      <form onSubmit={bring} style={{ display: 'flex', flexWrap: 'wrap', gap: '1rem', alignItems: 'center' }}>
        <p className="field-description" style={{ flexBasis: '100%' }}>
          {importText.hint}
        </p>
        <input type="file" name="file" accept=".csv,text/csv" aria-label={importText.title} />
        <button type="submit" className="btn btn--style-primary btn--size-small">
          {importText.button}
        </button>
      </form>
      <div role="status">
        {fault}
        {report &&
          `Aduse: ${report.created}. Schimbate: ${report.changed}. Deja în registru: ${report.same}. Refuzate: ${report.refused.length}.`}
      </div>
      {report && report.refused.length > 0 && (
        <ul>
          {report.refused.map(({ line, given, why }) => (
            <li key={line}>{`Rândul ${line} (${given}): ${why.join(' ')}`}</li>
          ))}
        </ul>
      )}
    </details>
  )
}
