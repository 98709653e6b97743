'use client'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { deskText, fieldLabels } from './desk.ro.ts'

type Options = [string, string][]
type Known = { name: string; address: string | null; email: string | null; phone: string | null }
type Registered = { id: number; scris: string; cod: string }
type Faults = Record<string, string>

/**
 * The counter's form: kind, name, Enter. Everything else has a default or is filled from the earlier papers of the
 * same person; Ctrl+Enter registers from any field, and afterwards Enter prints and Ctrl+Enter begins the next.
 */
export function CounterEntry(props: {
  kinds: [string, string, string][]
  directions: Options
  channels: Options
  departments: Options
  registers: Options
}) {
  const form = useRef<HTMLFormElement>(null)
  const first = useRef<HTMLSelectElement>(null)
  const print = useRef<HTMLAnchorElement>(null)
  const key = useRef('')
  const [known, setKnown] = useState<Known[]>([])
  const [faults, setFaults] = useState<Faults>({})
  const [isSending, setSending] = useState(false)
  const [registered, setRegistered] = useState<Registered | null>(null)

  useEffect(() => {
    if (registered) print.current?.focus()
    else {
      key.current =
        crypto.randomUUID?.() ??
        `${Date.now()}-${Math.random().toString(36).slice(2)}-${Math.random().toString(36).slice(2)}`
      first.current?.focus()
    }
  }, [registered])

  const field = (name: string) => form.current?.elements.namedItem(name) as HTMLInputElement | null
  const chooseKind = (kind: string) => {
    const found = props.kinds.find(([name]) => name === kind)
    const subject = field('subject')
    const labels = props.kinds.map(([, label]) => label)
    if (found && subject && (subject.value === '' || labels.includes(subject.value))) subject.value = found[1]
    const department = field('departmentCode')
    if (found && department && props.departments.some(([code]) => code === found[2])) department.value = found[2]
  }
  const lookUp = async (name: string) => {
    const same = known.find((person) => person.name === name)
    if (same) {
      for (const [fieldName, value] of [
        ['correspondentAddress', same.address],
        ['correspondentEmail', same.email],
        ['correspondentPhone', same.phone],
      ] as const) {
        const input = field(fieldName)
        if (input && input.value === '') input.value = value ?? ''
      }
      return
    }
    if (name.trim().length < 2) return
    const response = await fetch(`/api/registry/correspondents?q=${encodeURIComponent(name)}`).catch(() => null)
    if (response?.ok) setKnown((await response.json()) as Known[])
  }
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (!form.current || isSending) return
    setSending(true)
    setFaults({})
    try {
      const data = new FormData(form.current)
      const files: unknown[] = []
      for (const scan of data.getAll('scan').filter((file): file is File => file instanceof File && file.size > 0)) {
        const kept = await fetch(`/api/registry/scans?nume=${encodeURIComponent(scan.name)}`, {
          method: 'POST',
          body: scan,
        })
        const answer = await kept.json()
        if (!kept.ok) return setFaults({ scan: answer.erori?.[0]?.mesaj ?? deskText.failed })
        files.push(answer)
      }
      data.delete('scan')
      const given = Object.fromEntries([...data].filter(([, value]) => value !== ''))
      const response = await fetch('/api/registry/entries', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          ...given,
          key: key.current,
          files,
          isConfidential: data.get('isConfidential') === 'on',
        }),
      })
      const answer = await response.json()
      if (response.status === 201) {
        form.current.reset()
        setKnown([])
        return setRegistered(answer as Registered)
      }
      const told: Faults = {}
      for (const { camp, mesaj } of (answer.erori ?? []) as { camp: string; mesaj: string }[])
        told[camp || 'form'] = mesaj
      setFaults(Object.keys(told).length > 0 ? told : { form: deskText.failed })
      field(Object.keys(told)[0] ?? '')?.focus()
    } catch {
      setFaults({ form: deskText.failed })
    } finally {
      setSending(false)
    }
  }

  const faultOf = (name: string) =>
    faults[name] && (
      <p className="desk__fault" id={`${name}-fault`}>
        {faults[name]}
      </p>
    )
  const input = (name: keyof typeof fieldLabels, more: object = {}, isWide = false) => (
    <label className={isWide ? 'desk__wide' : ''}>
      {fieldLabels[name]}
      <input
        name={name}
        autoComplete="off"
        {...(faults[name] ? { 'aria-invalid': true, 'aria-describedby': `${name}-fault` } : {})}
        {...more}
      />
      {faultOf(name)}
    </label>
  )
  const select = (name: keyof typeof fieldLabels, options: Options, more: object = {}) => (
    <label>
      {fieldLabels[name]}
      <select name={name} {...more}>
        {options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )

  if (registered)
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: the shortcut repeats the button below
      <div onKeyDown={(event) => event.ctrlKey && event.key === 'Enter' && setRegistered(null)}>
        <div role="status">
          <p>{deskText.saved}</p>
          <p>{deskText.numberIs}</p>
          <p className="desk__plate">{registered.scris}</p>
          <p>{deskText.codeIs}</p>
          <p className="desk__plate">{`${registered.cod.slice(0, 5)}-${registered.cod.slice(5)}`}</p>
        </div>
        <p className="desk__bar">
          <a
            ref={print}
            className="desk__link desk__link--first"
            href={`/api/registry/entries/${registered.id}/receipt`}
            target="_blank"
            rel="noreferrer"
          >
            {deskText.printReceipt}
          </a>
          <button type="button" onClick={() => setRegistered(null)}>
            {deskText.another}
          </button>
        </p>
      </div>
    )
  return (
    <form
      ref={form}
      onSubmit={send}
      onKeyDown={(event) => event.ctrlKey && event.key === 'Enter' && form.current?.requestSubmit()}
    >
      {faults['form'] && (
        <p className="desk__fault" role="alert">
          {faults['form']}
        </p>
      )}
      <div className="desk__fields">
        {select(
          'kind',
          props.kinds.map(([name, label]) => [name, label]),
          {
            ref: first,
            defaultValue: 'application',
            onChange: (event: { target: { value: string } }) => chooseKind(event.target.value),
          },
        )}
        {input('correspondentName', {
          list: 'known-people',
          onInput: (event: FormEvent<HTMLInputElement>) => void lookUp(event.currentTarget.value),
        })}
        {input(
          'subject',
          { required: true, defaultValue: props.kinds.find(([name]) => name === 'application')?.[1] },
          true,
        )}
        {select('departmentCode', [['', ''], ...props.departments])}
        {input('pages', { inputMode: 'numeric' })}
        {input('annexes', { inputMode: 'numeric' })}
        {input('correspondentAddress')}
        {input('correspondentEmail', { type: 'email' })}
        {input('correspondentPhone')}
        {props.registers.length > 1 && select('registerCode', props.registers)}
        {select('channel', props.channels)}
        {select('direction', props.directions)}
        {input('issuerNumber')}
        {input('issuerOn', { type: 'date' })}
        <label>
          {fieldLabels.scan}
          <input type="file" name="scan" multiple accept="application/pdf,image/jpeg,image/png" />
          {faultOf('scan')}
        </label>
        <label>
          <input type="checkbox" name="isConfidential" /> {fieldLabels.isConfidential}
        </label>
      </div>
      <datalist id="known-people">
        {known.map(({ name, address }) => (
          <option key={name} value={name}>
            {address ?? ''}
          </option>
        ))}
      </datalist>
      <p style={{ marginTop: '1.25rem' }}>
        <button type="submit" disabled={isSending}>
          Înregistrează
        </button>
      </p>
    </form>
  )
}
