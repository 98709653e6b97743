import type { UIFieldServerComponent } from 'payload'
import { formVersionsOf } from './form-versions.action.ts'

const day = new Intl.DateTimeFormat('ro-RO', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Bucharest' })

/** In the sidebar: the versions the public has had, so that a clerk knows which questions a filed answer was given to. */
export const FormVersions: UIFieldServerComponent = async ({ payload, data }) => {
  const versions = data?.['id'] ? await formVersionsOf({ payload }, String(data['id'])) : []
  return (
    <div className="form-versions">
      <h4>Versiuni publicate</h4>
      {versions.length === 0 && <p>Niciuna încă. Prima se face la publicare.</p>}
      <ol>
        {versions.map(({ version, publishedAt }) => (
          <li key={version}>
            <b>Versiunea {version}</b> {day.format(publishedAt)}
          </li>
        ))}
      </ol>
    </div>
  )
}
