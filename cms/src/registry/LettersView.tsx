import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'
import { letterLabels, mailText } from '../mail/letters.ro.ts'
import { lettersInHand, lettersToMind } from '../mail/send-letters.job.ts'
import { dayOf } from '../publishing/calendar.ts'
import { DeskAction } from './DeskAction.tsx'
import { DeskFrame } from './DeskFrame.tsx'
import { deskText } from './desk.ro.ts'
import { mayReadWholeBook } from './entry-lifecycle.ts'
import { formatNumber } from './registration-number.ts'
import { workerOf } from './registry.access.ts'
import { shortMoment } from './words.ro.ts'

/** The letters that did not reach anybody, and those that wait: with what the servers said, and a second chance. */
export async function LettersView(props: AdminViewServerProps) {
  const { req } = props.initPageResult
  const worker = workerOf(req)
  const page = Math.max(1, Number(props.searchParams?.['pagina']) || 1)
  if (!worker || !mayReadWholeBook(worker))
    return (
      <DeskFrame {...props}>
        <h1>{deskText.letters}</h1>
        <p>{deskText.lettersNoAccess}</p>
      </DeskFrame>
    )
  const [letters, { isConfigured, failed, waiting }] = await Promise.all([
    lettersToMind(req.payload, { page }),
    lettersInHand(req.payload),
  ])
  const rows = letters.slice(0, 50)
  const isAuditor = worker.roles.every((role) => role === 'auditor')
  return (
    <DeskFrame {...props}>
      <h1>{deskText.letters}</h1>
      {!isConfigured && <p className="desk__note">{mailText.notConfigured}</p>}
      <p className="desk__lead">{deskText.lettersStand(failed, waiting)}</p>
      {rows.length > 0 && (
        <div className="desk__scroll">
          <table>
            <thead>
              <tr>
                {[
                  'Starea',
                  'Scrisoarea',
                  'Documentul',
                  'Către',
                  'Din',
                  'Ce a răspuns serverul',
                  'Ce se poate face',
                ].map((name) => (
                  <th scope="col" key={name}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((letter) => (
                <tr key={letter.id}>
                  <td className={letter.state === 'failed' ? 'desk__late' : ''}>{mailText[letter.state]}</td>
                  <td>{letterLabels[letter.kind as keyof typeof letterLabels] ?? letter.kind}</td>
                  <td>
                    {letter.entryId && letter.number && letter.registeredAt ? (
                      <Link href={`/admin/registratura/${letter.entryId}`} prefetch={false}>
                        {formatNumber(letter.number, dayOf(letter.registeredAt))}
                      </Link>
                    ) : (
                      letter.noun === 'staff' && 'un cont din primărie'
                    )}
                  </td>
                  <td>{letter.recipient}</td>
                  <td>{shortMoment(letter.at)}</td>
                  <td>{letter.answer}</td>
                  <td>
                    {letter.state === 'failed' && letter.entryId && !isAuditor && (
                      <DeskAction
                        address={`/api/registry/entries/${letter.entryId}/sendLetterAgain`}
                        fixed={{ letterId: letter.id }}
                        label={deskText.sendAgain}
                        isFirst
                      >
                        <label>
                          {deskText.otherAddress}
                          <input type="email" name="recipient" autoComplete="off" placeholder={letter.recipient} />
                        </label>
                      </DeskAction>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <nav className="desk__bar" aria-label="Pagini">
        {page > 1 && <Link href={`/admin/registratura/scrisori?pagina=${page - 1}`}>Pagina anterioară</Link>}
        {letters.length > 50 && <Link href={`/admin/registratura/scrisori?pagina=${page + 1}`}>Pagina următoare</Link>}
      </nav>
    </DeskFrame>
  )
}
