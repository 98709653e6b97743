'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { ReportPlace } from './contract.ts'
import { reportFieldLabels as labels, reportDeskText as text } from './report-desk.ro.ts'
import type { StaffVerb } from './report-lifecycle.ts'
import { reportMessages, verbLabels } from './reports.ro.ts'
import { keepProof, takeStep } from './take-step.ts'

type Now = {
  publicDescription: string
  category: string
  place: ReportPlace
  authority: string | null
  media: { sha256: string; name: string; alt: string; isHidden: boolean }[]
}
type Props = {
  id: number
  steps: StaffVerb[]
  departments: [number, string][]
  categories: { slug: string; name: string }[]
  replies: { verb: string; title: string; text: string }[]
  similar: { id: number; number: string; title: string; metres: number }[]
  now: Now
}

const withoutText: readonly StaffVerb[] = ['publish', 'edit', 'merge']
const needsText: readonly StaffVerb[] = ['refuse', 'takeDown', 'decline', 'note']

/** The steps that are open to this person, each with the little it asks, and the sentences that are ready for it. */
export function ReportSteps(props: Props) {
  const { id, steps, replies } = props
  const router = useRouter()
  const [fault, setFault] = useState<{ verb: StaffVerb; message: string } | null>(null)
  const [busy, setBusy] = useState<StaffVerb | null>(null)
  const take = async (event: FormEvent<HTMLFormElement>, verb: StaffVerb) => {
    event.preventDefault()
    const form = event.currentTarget
    setBusy(verb)
    const body = await bodyOf(verb, new FormData(form), props.now)
    const message = typeof body === 'string' ? body : await takeStep(id, verb, body)
    setBusy(null)
    setFault(message ? { verb, message } : null)
    if (message) return
    form.reset()
    router.refresh()
  }
  return (
    <>
      {steps.map((verb) => (
        <details key={verb} open={fault?.verb === verb ? true : undefined}>
          <summary>{verbLabels[verb]}</summary>
          <form onSubmit={(event) => void take(event, verb)}>
            <Fields verb={verb} {...props} />
            {!withoutText.includes(verb) && (
              <ReadyText
                label={verb === 'refuse' || verb === 'takeDown' || verb === 'decline' ? labels.reason : labels.text}
                isRequired={needsText.includes(verb)}
                replies={replies.filter((reply) => reply.verb === verb)}
              />
            )}
            {verb === 'note' && (
              <label>
                <input type="checkbox" name="isPublic" defaultChecked /> {labels.isPublic}
              </label>
            )}
            {fault?.verb === verb && (
              <p className="desk__fault" role="alert">
                {fault.message}
              </p>
            )}
            <button type="submit" disabled={busy !== null}>
              {verbLabels[verb]}
            </button>
          </form>
        </details>
      ))}
    </>
  )
}

function Fields({ verb, departments, categories, similar, now }: { verb: StaffVerb } & Props): ReactNode {
  switch (verb) {
    case 'route':
      return (
        <label>
          {labels.departmentId}
          <select name="departmentId" required defaultValue="">
            <option value="" />
            {departments.map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )
    case 'forward':
      return (
        <>
          <label>
            {labels.authority}
            <input name="authority" placeholder={now.authority ?? ''} required={now.authority === null} />
          </label>
          <label>
            {labels.email}
            <input name="email" type="email" />
          </label>
        </>
      )
    case 'plan':
      return (
        <label>
          {labels.on}
          <input name="on" type="date" required />
        </label>
      )
    case 'finish':
      return (
        <label>
          {labels.proof}
          <input name="proof" type="file" accept="image/*,video/mp4,video/quicktime" multiple required />
        </label>
      )
    case 'merge':
      return similar.length === 0 ? (
        <label>
          {labels.intoId}
          <input name="intoId" inputMode="numeric" required placeholder="numărul din adresa ei" />
        </label>
      ) : (
        <fieldset style={{ border: 0, padding: 0 }}>
          <legend>{labels.intoId}</legend>
          {similar.map(({ id, number, title, metres }) => (
            <label key={id} style={{ display: 'block' }}>
              <input type="radio" name="intoId" value={id} required /> {number}, {title}, {text.similarAt(metres)}
            </label>
          ))}
        </fieldset>
      )
    case 'publish':
    case 'edit':
      return (
        <>
          <label>
            {labels.publicDescription}
            <textarea name="publicDescription" rows={4} defaultValue={now.publicDescription} />
          </label>
          <label>
            {labels.category}
            <select name="category" defaultValue={now.category}>
              {categories.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          {(['village', 'street', 'words'] as const).map((name) => (
            <label key={name}>
              {labels[name]}
              <input name={name} defaultValue={now.place[name] ?? ''} />
            </label>
          ))}
          {now.media.map(({ sha256, name, alt, isHidden }) => (
            <div key={sha256}>
              <label>
                <input type="checkbox" name={`shown-${sha256}`} defaultChecked={!isHidden} /> {name}
              </label>
              <input
                name={`alt-${sha256}`}
                defaultValue={alt}
                aria-label={`Ce se vede în ${name}`}
                placeholder="Ce se vede"
              />
            </div>
          ))}
        </>
      )
    default:
      return null
  }
}

function ReadyText({
  label,
  isRequired,
  replies,
}: {
  label: string
  isRequired: boolean
  replies: { title: string; text: string }[]
}) {
  const [value, setValue] = useState('')
  return (
    <>
      {replies.length > 0 && (
        <label>
          {text.reply}
          <select value="" onChange={(event) => setValue(event.target.value)}>
            <option value="">{text.chooseReply}</option>
            {replies.map((reply) => (
              <option key={reply.title} value={reply.text}>
                {reply.title}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {label}
        <textarea
          name="text"
          rows={3}
          required={isRequired}
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
      </label>
    </>
  )
}

/** What is sent for a step; a sentence when a photo could not be kept. */
async function bodyOf(verb: StaffVerb, data: FormData, now: Now): Promise<object | string> {
  const given = (name: string) => String(data.get(name) ?? '').trim()
  switch (verb) {
    case 'publish':
    case 'edit':
      return {
        publicDescription: given('publicDescription'),
        category: given('category'),
        place: {
          point: now.place.point,
          village: given('village') || null,
          street: given('street') || null,
          words: given('words') || null,
        },
        media: now.media
          .filter(({ sha256 }) => data.get(`shown-${sha256}`) === 'on')
          .map(({ sha256 }) => ({ sha256, alt: given(`alt-${sha256}`) })),
      }
    case 'finish': {
      const files = data.getAll('proof').filter((file): file is File => file instanceof File && file.size > 0)
      if (files.length === 0) return reportMessages['proof-missing']
      const kept = await Promise.all(files.map(keepProof))
      const failed = kept.find((each) => 'fault' in each)
      if (failed && 'fault' in failed) return failed.fault
      return { proof: kept.flatMap((each) => ('proof' in each ? [each.proof] : [])), text: given('text') }
    }
    case 'route':
      return { departmentId: Number(given('departmentId')), text: given('text') }
    case 'forward':
      return { authority: given('authority'), email: given('email'), text: given('text') }
    case 'plan':
      return { on: given('on'), text: given('text') }
    case 'merge':
      return { intoId: Number(given('intoId')) }
    case 'note':
      return { text: given('text'), isPublic: data.get('isPublic') === 'on' }
    default:
      return { text: given('text') }
  }
}
