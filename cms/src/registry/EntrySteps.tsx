'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { deskText, fieldLabels } from './desk.ro.ts'
import type { EntryVerb } from './entry-lifecycle.ts'
import { verbLabels } from './registry.ro.ts'

type Names = [number, string][]
type FieldName = keyof typeof fieldLabels
type StepField =
  | { name: FieldName; as: 'text' | 'long' | 'department' | 'person' | 'people' | 'check'; isRequired?: boolean }
  | { name: FieldName; as: 'choice'; options: [string, string][]; isRequired?: boolean }

const long = (name: FieldName, isRequired = true): StepField => ({ name, as: 'long', isRequired })
const outcomes: [string, string][] = [
  ['favourable', 'Favorabil'],
  ['partial', 'Parțial favorabil'],
  ['unfavourable', 'Nefavorabil'],
]

/** What each step asks for. */
const fieldsOf: Record<EntryVerb, StepField[]> = {
  passReview: [],
  closeAsAbuse: [long('reason')],
  route: [
    { name: 'departmentId', as: 'department', isRequired: true },
    { name: 'responsibleId', as: 'person' },
    { name: 'informedIds', as: 'people' },
    long('order', false),
  ],
  handOver: [{ name: 'responsibleId', as: 'person', isRequired: true }, long('note', false)],
  note: [long('text')],
  start: [],
  askCompletion: [long('what')],
  receiveCompletion: [long('note', false)],
  extend: [long('reason')],
  forward: [{ name: 'to', as: 'text', isRequired: true }, long('reason')],
  reclassify: [
    {
      name: 'to',
      as: 'choice',
      options: [
        ['petition', 'Petiție (OG 27/2002)'],
        ['foi', 'Cerere de informații (Legea 544)'],
      ],
    },
    long('reason'),
  ],
  link: [{ name: 'other', as: 'text', isRequired: true }, long('note', false)],
  attach: [],
  draftAnswer: [
    long('text'),
    { name: 'outcome', as: 'choice', options: outcomes },
    { name: 'outcomeReason', as: 'text' },
  ],
  approveAnswer: [],
  returnDraft: [long('reason')],
  dispatch: [
    {
      name: 'by',
      as: 'choice',
      options: [
        ['email', 'E-mail'],
        ['post', 'Poștă'],
        ['counter', 'Ghișeu'],
        ['courier', 'Curier'],
      ],
    },
    { name: 'withOwnNumber', as: 'check' },
  ],
  close: [long('reason'), { name: 'fileCode', as: 'text' }],
  withdraw: [long('reason')],
  fillReserved: [
    { name: 'subject', as: 'text', isRequired: true },
    { name: 'correspondentName', as: 'text' },
  ],
  requestVoid: [long('reason')],
  confirmVoid: [],
  sendLetterAgain: [],
}
const always: Partial<Record<EntryVerb, object>> = { fillReserved: { kind: 'other', direction: 'outgoing' } }

/** The steps that are open to this person, each with the little it asks. */
export function EntrySteps({
  id,
  steps,
  departments,
  people,
}: {
  id: number
  steps: EntryVerb[]
  departments: Names
  people: Names
}) {
  const router = useRouter()
  const [fault, setFault] = useState<{ verb: EntryVerb; message: string } | null>(null)
  const take = async (event: FormEvent<HTMLFormElement>, verb: EntryVerb) => {
    event.preventDefault()
    const form = event.currentTarget
    const data = new FormData(form)
    const body: Record<string, unknown> = { ...always[verb] }
    for (const { name, as } of fieldsOf[verb]) {
      if (as === 'check') body[name] = data.get(name) === 'on'
      else if (as === 'people') body[name] = data.getAll(name).map(Number)
      else if (data.get(name)) body[name] = data.get(name)
    }
    const scans = data.getAll('scan').filter((file): file is File => file instanceof File && file.size > 0)
    try {
      if (scans.length > 0) body['files'] = await Promise.all(scans.map(keep))
      const response = await fetch(`/api/registry/entries/${id}/${verb}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      if (!response.ok) throw new Error((await response.json()).erori?.[0]?.mesaj)
      setFault(null)
      form.reset()
      router.refresh()
    } catch (error) {
      setFault({ verb, message: (error as Error).message || deskText.failed })
    }
  }
  const list = (names: Names) =>
    names.map(([value, name]) => (
      <option key={value} value={value}>
        {name}
      </option>
    ))
  const control = (field: StepField) => {
    const common = { name: field.name, required: field.isRequired ?? false }
    switch (field.as) {
      case 'long':
        return <textarea rows={3} {...common} />
      case 'text':
        return <input {...common} />
      case 'check':
        return <input type="checkbox" name={field.name} />
      case 'department':
      case 'person':
        return (
          <select {...common} defaultValue="">
            <option value="" />
            {list(field.as === 'department' ? departments : people)}
          </select>
        )
      case 'people':
        return (
          <select name={field.name} multiple size={4}>
            {list(people)}
          </select>
        )
      case 'choice':
        return (
          <select {...common}>
            {field.options.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )
      default:
        return field satisfies never
    }
  }
  return (
    <>
      {steps.map((verb) => (
        <details key={verb} open={fault?.verb === verb}>
          <summary>{verbLabels[verb]}</summary>
          <form onSubmit={(event) => void take(event, verb)}>
            {fieldsOf[verb].map((field) => (
              // biome-ignore lint/a11y/noLabelWithoutControl: the control is made by the function
              <label key={field.name}>
                {fieldLabels[field.name]}
                {control(field)}
              </label>
            ))}
            {(verb === 'attach' || verb === 'receiveCompletion' || verb === 'draftAnswer') && (
              <label>
                {fieldLabels.scan}
                <input type="file" name="scan" multiple required={verb === 'attach'} />
              </label>
            )}
            {fault?.verb === verb && (
              <p className="desk__fault" role="alert">
                {fault.message}
              </p>
            )}
            <button type="submit">{verbLabels[verb]}</button>
          </form>
        </details>
      ))}
    </>
  )
}

async function keep(scan: File): Promise<unknown> {
  const response = await fetch(`/api/registry/scans?nume=${encodeURIComponent(scan.name)}`, {
    method: 'POST',
    body: scan,
  })
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.erori?.[0]?.mesaj)
  return answer
}
