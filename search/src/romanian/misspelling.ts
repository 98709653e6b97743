/** Neighbours on the Romanian and the English keyboard, without diacritics. */
const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const neighbours = new Map<string, string>()
for (const [depth, row] of rows.entries())
  for (let at = 0; at < row.length; at++) {
    const around = [
      row[at - 1],
      row[at + 1],
      rows[depth - 1]?.[at],
      rows[depth - 1]?.[at + 1],
      rows[depth + 1]?.[at],
      rows[depth + 1]?.[at - 1],
    ]
    neighbours.set(row[at] as string, around.filter(Boolean).join(''))
  }

/**
 * How far a typed word is from a known one: 1 for each letter missing, added, changed or swapped with the next, less for
 * what fingers and eyes confuse. Null when it is more than `limit`.
 */
export function misspellingDistance(typed: string, known: string, limit = 2): number | null {
  if (Math.abs(typed.length - known.length) > limit) return null
  let beforeLast: number[] = []
  let last = Array.from({ length: known.length + 1 }, (_, at) => at)
  for (let row = 1; row <= typed.length; row++) {
    const current = [row]
    let least = row
    for (let at = 1; at <= known.length; at++) {
      const [letter, wanted] = [typed[row - 1] as string, known[at - 1] as string]
      let cost = Math.min(
        (last[at - 1] as number) + (letter === wanted ? 0 : changeCost(letter, wanted)),
        (last[at] as number) + (letter === typed[row - 2] ? 0.7 : 1),
        (current[at - 1] as number) + (wanted === known[at - 2] ? 0.7 : 1),
      )
      if (row > 1 && at > 1 && letter === known[at - 2] && typed[row - 2] === wanted)
        cost = Math.min(cost, (beforeLast[at - 2] as number) + 0.8)
      current.push(cost)
      least = Math.min(least, cost)
    }
    if (least > limit) return null
    beforeLast = last
    last = current
  }
  const distance = (last[known.length] as number) + (typed[0] === known[0] ? 0 : 0.4)
  return distance <= limit ? distance : null
}

/** i for a is the spelling before 1993 without its diacritics: "ciinele". */
const changeCost = (typed: string, wanted: string) =>
  typed === 'i' && wanted === 'a' ? 0.5 : neighbours.get(typed)?.includes(wanted) ? 0.8 : 1

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** Every word one slip away: what a dictionary is asked for directly, for short words share few trigrams with their slips. */
export function oneSlipAway(word: string): string[] {
  const found = new Set<string>()
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    if (after) found.add(before + after.slice(1))
    if (after.length > 1) found.add(before + after[1] + after[0] + after.slice(2))
    for (const letter of letters) {
      found.add(before + letter + after)
      if (after) found.add(before + letter + after.slice(1))
    }
  }
  found.delete(word)
  return [...found]
}
