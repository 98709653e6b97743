'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useState } from 'react'
import { deskText } from './desk.ro.ts'

/** A small form of the desk that does one thing at one address: the fields are its children, `fixed` comes along. */
export function DeskAction({
  address,
  label,
  said = '',
  fixed = {},
  isFirst = false,
  children,
}: {
  address: string
  label: string
  /** What is said when it is done; `{numar}` stands for the number that was answered. */
  said?: string
  fixed?: Record<string, unknown>
  isFirst?: boolean
  children?: ReactNode
}) {
  const router = useRouter()
  const [fault, setFault] = useState('')
  const [done, setDone] = useState('')
  const [isSending, setSending] = useState(false)
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    setSending(true)
    setFault('')
    setDone('')
    try {
      const given = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''))
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...given, ...fixed, ...('key' in fixed ? { key: crypto.randomUUID() } : {}) }),
      })
      const answer = await response.json()
      if (!response.ok) return setFault(answer.erori?.[0]?.mesaj ?? deskText.failed)
      form.reset()
      setDone(said.replace('{numar}', String(answer.scris ?? '')))
      router.refresh()
    } catch {
      setFault(deskText.failed)
    } finally {
      setSending(false)
    }
  }
  return (
    <form className="desk__action" onSubmit={(event) => void send(event)}>
      {children}
      <button type={isFirst ? 'submit' : undefined} disabled={isSending}>
        {label}
      </button>
      <p role="status">{done}</p>
      {fault && (
        <p className="desk__fault" role="alert">
          {fault}
        </p>
      )}
    </form>
  )
}
