import type { Payload } from 'payload'

/** What a new town is called until its clerk fills in the institution: without it no page can be written. */
const unnamed = {
  name: 'Comuna noastră',
  townHallName: 'Primăria',
  councilName: 'Consiliul Local',
  county: 'nostru',
  councillorSeats: 9,
  menu: [
    { label: 'Hotărâri', path: '/hotarari/' },
    { label: 'Anunțuri', path: '/anunturi/' },
    { label: 'Documente', path: '/documente/' },
    { label: 'Primăria', path: '/primaria/' },
    { label: 'Caută', path: '/cautare' },
    { label: 'Monitorul Oficial Local', path: '/monitorul-oficial-local/' },
  ],
}

/** Gives an empty town an institution; one that has been saved is left alone. */
export async function ensureInstitution(payload: Payload): Promise<void> {
  const saved = await payload.findGlobal({ slug: 'institution', depth: 0, overrideAccess: true })
  if (!saved.name) await payload.updateGlobal({ slug: 'institution', data: unnamed, overrideAccess: true })
}
