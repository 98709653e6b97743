/** The share of characters that have to be changed, left out or put in to make what was read into what was printed. */
export function characterErrors(read: string, printed: string): number {
  const [from, to] = [plain(read), plain(printed)]
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return (row[to.length] ?? 0) / Math.max(1, to.length)
}

/** One kind of space, dash and quotation mark: a recogniser reads their shape, not their code. */
const plain = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[–—−]/g, '-')
    .replace(/[„”“"]/g, '"')
    .replace(/[’‘']/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
