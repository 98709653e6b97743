import type { InstitutionData } from './types.ts'

/** Facts of the place are public; people, telephones and hours are invented. */
export const institution: InstitutionData = {
  name: 'Comuna Săcălaz',
  townHallName: 'Primăria Săcălaz',
  councilName: 'Consiliul Local al Comunei Săcălaz',
  county: 'Timiș',
  siruta: '158564',
  nuts: 'RO424',
  councillorSeats: 15,
  villages: [
    { name: 'Săcălaz', siruta: '158573', postalCode: '307370', isSeat: true },
    { name: 'Beregsău Mare', siruta: '158582', postalCode: '307371', isSeat: false },
    { name: 'Beregsău Mic', siruta: '158591', postalCode: '307372', isSeat: false },
  ],
  address: { street: 'Strada a IV-a nr. 368', postalCode: '307370', locality: 'Săcălaz' },
  phones: ['0256 000 100', '0256 000 101'],
  email: 'contact@sacalaz.example',
  accessibilityContact: 'accesibilitate@sacalaz.example',
  dataProtectionContact: 'dpo@sacalaz.example',
  hours: [
    { days: 'luni–miercuri', hours: '8:00–16:00' },
    { days: 'joi', hours: '8:00–18:30' },
    { days: 'vineri', hours: '8:00–13:30' },
  ],
  audienceHours: [
    { office: 'Primar', when: 'marți, 9:00–12:00' },
    { office: 'Viceprimar', when: 'miercuri, 9:00–12:00' },
    { office: 'Secretar general', when: 'joi, 14:00–17:00' },
  ],
  officials: [
    { office: 'Primar', name: 'Ilie Brândușan' },
    { office: 'Viceprimar', name: 'Dorina Ogrin' },
    { office: 'Secretar general', name: 'Corina Țăranu' },
    { office: 'Administrator public', name: 'Petru Vrăbete' },
  ],
  menu: [
    { label: 'Hotărâri', path: '/hotarari/' },
    { label: 'Anunțuri', path: '/anunturi/' },
    { label: 'Documente', path: '/documente/' },
    { label: 'Primăria', path: '/primaria/' },
    { label: 'Sesizări', path: '/sesizari/' },
    { label: 'Caută', path: '/cautare' },
    { label: 'Monitorul Oficial Local', path: '/monitorul-oficial-local/' },
  ],
  oftenSearched: ['impozite și taxe', 'salubrizare', 'buget 2026'],
  isSample: true,
}

export const chairs = [
  'Maria Lăzureanu',
  'Gheorghe Sârbovan',
  'Elena Puican',
  'Vasile Bârzăvan',
  'Livia Moțoc',
] as const
export const secretary = 'Corina Țăranu'
export const mayor = 'Ilie Brândușan'
