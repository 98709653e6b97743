/** A stretch of a document that is shown and located as one: a piece of its own text, or of a page of a file. */
export type Passage = { fileName: string | null; fileUrl: string | null; page: number | null; text: string }

/** Long enough for most documents to be one, short enough for ten of them to be read in a millisecond each. */
const longest = 6_000

/** The text in pieces of at most `longest` characters, cut between paragraphs, sentences or words. */
export function* cutText(text: string): Generator<string> {
  let from = 0
  while (text.length - from > longest) {
    const window = text.slice(from, from + longest)
    const cut = [window.lastIndexOf('\n'), window.lastIndexOf('. ') + 1, window.lastIndexOf(' ')].find(
      (at) => at > longest / 2,
    )
    const end = from + (cut ?? longest)
    yield text.slice(from, end)
    from = end
  }
  if (from < text.length) yield text.slice(from)
}
