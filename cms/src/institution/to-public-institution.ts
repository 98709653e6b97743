import type { SaveContext } from '../publishing/publication-hooks.ts'
import type { PublicInstitution } from './contract.ts'

type Rows<Row> = Row[] | null | undefined
export type InstitutionDocument = {
  name: string
  townHallName: string
  councilName: string
  county: string
  siruta?: string | null
  nuts?: string | null
  villages?: Rows<{ name: string; siruta?: string | null; postalCode?: string | null; isSeat?: boolean | null }>
  address?: { street?: string | null; postalCode?: string | null; locality?: string | null } | null
  phones?: string[] | null
  email?: string | null
  hours?: Rows<{ days: string; hours: string }>
  audienceHours?: Rows<{ office: string; when: string }>
  officials?: Rows<{ office: string; name: string }>
  councillorSeats?: number | null
  emblemSvg?: string | null
  menu?: Rows<{ label: string; path: string }>
  oftenSearched?: string[] | null
  alert?: { text?: string | null; path?: string | null; updatedAt?: string | null } | null
  accessibilityContact?: string | null
  dataProtectionContact?: string | null
  isSample?: boolean | null
  updatedAt?: string | null
}

export async function toPublicInstitution(
  doc: InstitutionDocument,
  { revision, publishedAt }: SaveContext,
): Promise<PublicInstitution> {
  const updatedAt = new Date(doc.updatedAt ?? publishedAt).toISOString()
  return {
    noun: 'institution',
    id: 'institution',
    revision,
    publishedAt,
    updatedAt,
    name: doc.name,
    townHallName: doc.townHallName,
    councilName: doc.councilName,
    county: doc.county,
    siruta: doc.siruta ?? '',
    nuts: doc.nuts ?? '',
    villages: (doc.villages ?? []).map(({ name, siruta, postalCode, isSeat }) => ({
      name,
      siruta: siruta ?? '',
      postalCode: postalCode ?? '',
      isSeat: isSeat ?? false,
    })),
    address: {
      street: doc.address?.street ?? '',
      postalCode: doc.address?.postalCode ?? '',
      locality: doc.address?.locality ?? '',
    },
    phones: doc.phones ?? [],
    email: doc.email ?? '',
    hours: (doc.hours ?? []).map(({ days, hours }) => ({ days, hours })),
    audienceHours: (doc.audienceHours ?? []).map(({ office, when }) => ({ office, when })),
    officials: (doc.officials ?? []).map(({ office, name }) => ({ office, name })),
    councillorSeats: doc.councillorSeats ?? 9,
    emblemSvg: doc.emblemSvg?.trim() || null,
    menu: (doc.menu ?? []).map(({ label, path }) => ({ label, path })),
    oftenSearched: doc.oftenSearched ?? [],
    alert: doc.alert?.text?.trim()
      ? {
          text: doc.alert.text.trim(),
          path: doc.alert.path?.trim() || null,
          updatedAt: doc.alert.updatedAt ? new Date(doc.alert.updatedAt).toISOString() : updatedAt,
        }
      : null,
    accessibilityContact: doc.accessibilityContact ?? doc.email ?? '',
    dataProtectionContact: doc.dataProtectionContact ?? doc.email ?? '',
    isSample: doc.isSample ?? false,
  }
}
