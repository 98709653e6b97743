'use client'
import { useForm, useFormFields, useRowLabel } from '@payloadcms/ui'
import { useEffect } from 'react'
import type { FieldRow, StepRow } from './form-document.ts'
import { fieldTypeLabels } from './forms-admin.ro.ts'

/** "2. Unde este casa sau terenul? · 3 întrebări" */
export function StepLabel() {
  const { data, rowNumber = 0 } = useRowLabel<StepRow>()
  const count = data.fields?.length ?? 0
  return (
    <Label number={rowNumber + 1} title={data.title} facts={[count === 1 ? 'o întrebare' : `${count} întrebări`]} />
  )
}

/** "3. Numărul cadastral · text scurt · obligatoriu" */
export function QuestionLabel() {
  const { data, rowNumber = 0 } = useRowLabel<FieldRow>()
  const facts = [
    fieldTypeLabels[data.type ?? 'text'].ro.toLowerCase(),
    ...(data.required ? ['obligatoriu'] : []),
    ...(data.showIf?.rules?.length ? ['uneori'] : []),
  ]
  return <Label number={rowNumber + 1} title={data.label} facts={facts} />
}

/** An option or a paper, by its own words. */
export function TextLabel() {
  const { data, rowNumber = 0 } = useRowLabel<{ label?: string }>()
  return <Label number={rowNumber + 1} title={data.label} facts={[]} />
}

/** Rows start closed, so that a form of thirty questions can be overseen; one that says nothing yet is there to be filled in. */
function useOpenWhileEmpty(isEmpty: boolean) {
  const { path } = useRowLabel()
  const { dispatchFields } = useForm()
  const [parent, index] = [path.replace(/\.\d+$/, ''), Number(path.split('.').at(-1))]
  const rows = useFormFields(([fields]) => fields[parent]?.rows)
  const isClosed = rows?.[index]?.collapsed ?? false
  // While the server is asked for a row's fields its answer is on the way: rows set meanwhile would overwrite it.
  const isSettled = rows?.every((row) => !row.isLoading) ?? false
  useEffect(() => {
    if (!isEmpty || !isClosed || !isSettled || !rows) return
    const updatedRows = rows.map((row, at) => (at === index ? { ...row, collapsed: false } : row))
    dispatchFields({ type: 'SET_ROW_COLLAPSED', path: parent, updatedRows })
  }, [isEmpty, isClosed, isSettled, rows, index, parent, dispatchFields])
}

function Label({ number, title, facts }: { number: number; title: string | null | undefined; facts: string[] }) {
  useOpenWhileEmpty(!title?.trim())
  return (
    <span className="row-title">
      {number}. <b>{title?.trim() || 'fără text încă'}</b>
      {facts.map((fact) => (
        <span key={fact}> · {fact}</span>
      ))}
    </span>
  )
}
