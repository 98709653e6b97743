import type { Names } from './work-queue.ts'

/** Whose papers are shown: a department's, a person's, or everybody's; what else was chosen stays. */
export function DeskFilter({
  kept,
  names,
  departmentId,
  personId,
  children,
}: {
  kept: Record<string, string>
  names: Names
  departmentId: number | null
  personId: number | null
  children?: React.ReactNode
}) {
  const choice = (label: string, name: string, value: number | null, options: Map<number, string>) => (
    <label>
      {label}
      <select name={name} defaultValue={value ?? ''}>
        <option value="">toate</option>
        {[...options].map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <form className="desk__bar" method="get">
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      {choice('Compartimentul', 'compartiment', departmentId, names.departments)}
      {choice('Persoana', 'persoana', personId, names.people)}
      <button type="submit">Arată</button>
    </form>
  )
}
