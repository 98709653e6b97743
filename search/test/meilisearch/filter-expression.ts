export type Document = Record<string, unknown>
export type Condition = (document: Document) => boolean

/** The part of Meilisearch's filter syntax that is documented as: = , IN, NOT IN, AND, OR, parentheses. */
export function conditionOf(expression: string, mayFilter: (attribute: string) => boolean): Condition {
  const tokens = expression.match(/"(?:[^"\\]|\\.)*"|[()[\],=]|[^\s()[\],="]+/g) ?? []
  let at = 0
  const take = (expected?: string): string => {
    const token = tokens[at++]
    if (token === undefined || (expected !== undefined && token !== expected))
      throw new Error(`Expected ${expected ?? 'more'} at ${at} of: ${expression}`)
    return token
  }
  const value = (): string => {
    const token = take()
    return token.startsWith('"') ? token.slice(1, -1).replace(/\\(.)/g, '$1') : token
  }
  const comparison = (): Condition => {
    if (tokens[at] === '(') {
      take('(')
      const inner = any()
      take(')')
      return inner
    }
    const attribute = take()
    if (!mayFilter(attribute)) throw new Error(`Attribute \`${attribute}\` is not filterable.`)
    const isNegated = tokens[at] === 'NOT' && take('NOT') === 'NOT'
    if (!isNegated && tokens[at] === '=') {
      take('=')
      const wanted = value()
      return (document) => valuesOf(document, attribute).includes(wanted)
    }
    take('IN')
    take('[')
    const wanted = new Set<string>()
    while (tokens[at] !== ']') {
      wanted.add(value())
      if (tokens[at] === ',') take(',')
    }
    take(']')
    return (document) => valuesOf(document, attribute).some((one) => wanted.has(one)) !== isNegated
  }
  const both = (): Condition => {
    const conditions = [comparison()]
    while (tokens[at] === 'AND') {
      take('AND')
      conditions.push(comparison())
    }
    return (document) => conditions.every((condition) => condition(document))
  }
  function any(): Condition {
    const conditions = [both()]
    while (tokens[at] === 'OR') {
      take('OR')
      conditions.push(both())
    }
    return (document) => conditions.some((condition) => condition(document))
  }
  const condition = any()
  if (at < tokens.length) throw new Error(`Unexpected ${tokens[at]} in: ${expression}`)
  return condition
}

const valuesOf = (document: Document, attribute: string): string[] =>
  [document[attribute] ?? []].flat().map((value) => String(value))
