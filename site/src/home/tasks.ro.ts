/** The first doors of the home page, clear tasks first. A new service is a new line here. */
export const tasks: readonly { label: string; hint: string; path: string; icon: string }[] = [
  {
    label: 'Depune o cerere',
    hint: 'petiții, certificate, adeverințe',
    path: '/formulare/',
    icon: 'M6 3h8l4 4v14H6zM14 3v4h4M12 18v-7M9 13.500l3-3 3 3',
  },
  {
    label: 'Semnalează o problemă',
    hint: 'groapă, bec ars, gunoi: cu o poză',
    path: '/sesizari/noua/',
    icon: 'M4 8h3l2-3h6l2 3h3v11H4zM12 16.500a3.250 3.250 0 1 0 0-6.500 3.250 3.250 0 0 0 0 6.500z',
  },
  {
    label: 'Unde este documentul meu',
    hint: 'cu numărul și codul de pe dovadă',
    path: '/stare/',
    icon: 'M4 12a8 8 0 1 0 16 0 8 8 0 1 0-16 0M12 7.500V12l3 2',
  },
  {
    label: 'Caută o hotărâre',
    hint: 'după număr, an sau cuvinte',
    path: '/hotarari/',
    icon: 'M17 10.5a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0zM15.5 15.5l5.500 5.500',
  },
  {
    label: 'Citește anunțurile',
    hint: 'lucrări, concursuri, termene',
    path: '/anunturi/',
    icon: 'M4 10v4h3l8 5V5l-8 5zM18.500 9a4 4 0 0 1 0 6',
  },
  {
    label: 'Vezi banii publici',
    hint: 'buget, execuție, investiții',
    path: '/monitorul-oficial-local/documente-si-informatii-financiare/',
    icon: 'M3 6h18v12H3zM3 10h18M7 14.500h4',
  },
  {
    label: 'Vino la primărie',
    hint: 'program, audiențe, contact',
    path: '/primaria/',
    icon: 'M4 21V10l8-6 8 6v11M9 21v-6h6v6M2 21h20',
  },
  {
    label: 'Cunoaște comuna',
    hint: 'sate, proiecte, strategie',
    path: '/comuna/',
    icon: 'M12 21s-6.500-6.200-6.500-11a6.500 6.500 0 0 1 13 0c0 4.800-6.500 11-6.500 11zM12 12.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
  },
]
