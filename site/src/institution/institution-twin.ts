import type { PublicInstitution } from '@avizier/cms/institution'

/** The institution as schema.org GovernmentOrganization. */
export function institutionTwin(institution: PublicInstitution, origin: string): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentOrganization',
    '@id': `${origin}/#institution`,
    name: institution.townHallName,
    url: `${origin}/`,
    email: institution.email || undefined,
    telephone: institution.phones[0],
    identifier: institution.siruta
      ? { '@type': 'PropertyValue', propertyID: 'SIRUTA', value: institution.siruta }
      : undefined,
    address: {
      '@type': 'PostalAddress',
      streetAddress: institution.address.street,
      postalCode: institution.address.postalCode,
      addressLocality: institution.address.locality,
      addressRegion: institution.county,
      addressCountry: 'RO',
    },
    areaServed: institution.villages.map((village) => ({ '@type': 'Place', name: village.name })),
  }
}
