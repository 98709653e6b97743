import { mayBeOpened } from '../files/file-scan.ts'
import { scanLabels } from '../files/files.ro.ts'
import type { EntryPage } from './entry-page.ts'

/** The files of an entry: a link to each that may be opened, and what keeps the others. */
export function EntryFiles({ entryId, files }: { entryId: number; files: EntryPage['files'] }) {
  if (files.length === 0) return null
  return (
    <>
      <h2>Fișiere</h2>
      <ul>
        {files.map(({ sha256, name, scan }) => (
          <li key={sha256}>
            {mayBeOpened(scan) ? (
              <a href={`/api/registry/entries/${entryId}/files/${sha256}`}>{name}</a>
            ) : (
              <>
                {name} <b className="desk__late">{scanLabels[scan.state]}</b>
                {scan.state === 'infected' && scan.verdict ? ` (${scan.verdict})` : ''}
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
