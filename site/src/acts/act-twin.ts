import type { ActState, PublicAct } from '@avizier/cms/acts'
import type { PublicInstitution } from '@avizier/cms/institution'
import { textOf } from '../elements/Prose/body-text.ts'
import { actPath, filePath } from '../paths.ts'
import { citationOf } from './acts.ro.ts'

const forces: Record<ActState['kind'], string> = {
  notYetInForce: 'NotInForce',
  inForce: 'InForce',
  amended: 'InForce',
  partiallyRepealed: 'PartiallyInForce',
  suspended: 'NotInForce',
  repealed: 'NotInForce',
  revoked: 'NotInForce',
  annulledByCourt: 'NotInForce',
  lapsed: 'NotInForce',
  nonexistent: 'NotInForce',
}

const verbs: Partial<Record<PublicAct['relations'][number]['kind'], string>> = {
  amends: 'legislationChanges',
  completes: 'legislationChanges',
  repeals: 'legislationRepeals',
  repealsPartially: 'legislationChanges',
  replaces: 'legislationRepeals',
  rectifies: 'legislationCorrects',
  implements: 'legislationApplies',
  republishes: 'legislationConsolidates',
}

/** The act as schema.org Legislation, for machines: beside its page as index.json and within the page. */
export function actTwin(act: PublicAct, origin: string, institution: PublicInstitution): Record<string, unknown> {
  const url = origin + actPath(act)
  const links: Record<string, { '@type': string; '@id': string }[]> = {}
  for (const { kind, direction, act: other } of act.relations) {
    const verb = verbs[kind]
    if (!verb || direction !== 'outgoing') continue
    links[verb] = [...(links[verb] ?? []), { '@type': 'Legislation', '@id': origin + actPath(other) }]
  }
  return {
    '@context': 'https://schema.org',
    '@type': 'Legislation',
    '@id': url,
    url,
    name: citationOf(act).replaceAll('\u00a0', ' '),
    headline: act.title,
    legislationIdentifier: `${act.kind === 'decision' ? 'hcl' : 'dispozitie'}/${act.year}/${act.number}`,
    legislationType: act.kind === 'decision' ? 'Hotărâre a consiliului local' : 'Dispoziție a primarului',
    legislationDate: act.adoptedOn,
    legislationDateVersion: act.state.by ? act.state.since : act.adoptedOn,
    datePublished: act.publishedOn,
    temporalCoverage: `${act.inForceFrom ?? act.publishedOn}/${forces[act.state.kind] === 'NotInForce' ? (act.state.since ?? '') : '..'}`,
    legislationLegalForce: `https://schema.org/${forces[act.state.kind]}`,
    legislationJurisdiction: institution.name,
    legislationPassedBy: {
      '@type': 'GovernmentOrganization',
      '@id': `${origin}/#institution`,
      name: act.kind === 'decision' ? institution.councilName : institution.townHallName,
    },
    inLanguage: 'ro',
    ...links,
    encoding: act.files.map((file) => ({
      '@type': 'LegislationObject',
      name: file.label,
      contentUrl: origin + filePath(file),
      encodingFormat: file.mimeType,
      contentSize: String(file.bytes),
      sha256: file.sha256,
    })),
  }
}

/** The same with the text, for the file beside the page. */
export const actTwinWithText = (act: PublicAct, origin: string, institution: PublicInstitution) => ({
  ...actTwin(act, origin, institution),
  character: act.character,
  votes: act.votes,
  text: textOf(act.body),
})
