import { foldRomanian } from '@avizier/search/romanian-text'

/** The head of a column as one word, however it was written: "Nr. comandă" is "nr_comanda". */
export const foldHead = (name: string): string =>
  foldRomanian(name)
    .trim()
    .replaceAll(/[\s.]+/g, '_')
    .replace(/_$/, '')
