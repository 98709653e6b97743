import type { Payload } from 'payload'
import { quarantine } from './file-scans.ts'
import { quarantineText } from './files.ro.ts'

/** On the first screen: whether what comes in is scanned, and what waits. Nothing when all is well. */
export async function Quarantine({ payload }: { payload: Payload }) {
  const { scanner, waiting, infected } = await quarantine({ payload })
  const sentences = [
    scanner === 'none' ? quarantineText.none : null,
    scanner === 'down' ? quarantineText.down : null,
    waiting > 0 ? quarantineText.waiting(waiting) : null,
    infected > 0 ? quarantineText.infected(infected) : null,
  ].filter((sentence) => sentence !== null)
  if (sentences.length === 0) return null
  return (
    <div style={{ marginTop: '1.5rem' }}>
      <h3 style={{ marginBottom: '0.5rem' }}>{quarantineText.title}</h3>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  )
}
