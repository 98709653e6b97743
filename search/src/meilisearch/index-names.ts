/** The indexes of one search: what is asked, and the state that outlives rebuilds. */
export type IndexNames = { documents: string; passages: string; words: string }

export const indexNames = (name: string): IndexNames => ({
  documents: `${name}_documents`,
  passages: `${name}_passages`,
  words: `${name}_words`,
})

/** Where a rebuild writes until the swap. */
export const nextNames = (name: string): IndexNames => indexNames(`${name}_next`)
export const stateName = (name: string) => `${name}_state`
export const isIndexName = (name: string) => /^[A-Za-z0-9_-]{1,100}$/.test(name)
