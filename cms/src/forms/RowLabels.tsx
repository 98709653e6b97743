'use client'
import { useRowLabel } from '@payloadcms/ui'
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

export function OptionLabel() {
  const { data, rowNumber = 0 } = useRowLabel<{ label?: string }>()
  return <Label number={rowNumber + 1} title={data.label} facts={[]} />
}

function Label({ number, title, facts }: { number: number; title: string | null | undefined; facts: string[] }) {
  return (
    <span className="row-title">
      {number}. <b>{title?.trim() || 'fără text încă'}</b>
      {facts.map((fact) => (
        <span key={fact}> · {fact}</span>
      ))}
    </span>
  )
}
