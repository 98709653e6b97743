/** Whether one version comes before another, number by number: "5.3.0" before "5.10". What is no number counts as 0. */
export function isOlder(version: string, than: string): boolean {
  const left = numbersOf(version)
  const right = numbersOf(than)
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}

const numbersOf = (version: string) =>
  version
    .split(/[^0-9]+/)
    .filter(Boolean)
    .map(Number)
