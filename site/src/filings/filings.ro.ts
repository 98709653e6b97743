/** What the site says while one files, beside what the forms and the record say. */
export const filingSentences = {
  crossSite: 'Cererea a fost trimisă de pe alt site. Deschideți formularul de pe avizier și trimiteți-o de acolo.',
  formUnknown: 'Formularul acesta nu există. Alegeți altul din lista de formulare.',
  isDraft: 'Formularul este o ciornă: se parcurge, nu se depune.',
  keyMissing: 'Trimiteți o cheie de 1–200 de caractere, alta pentru fiecare cerere.',
  keyReused: 'Cererea aceasta a fost trimisă o dată, cu alt conținut. Deschideți formularul din nou și trimiteți-o.',
  tooLong: 'Cererea este mai lungă decât poate fi. Scurtați textele și trimiteți-o din nou.',
  unreadable: 'Cererea nu a ajuns întreagă. Trimiteți-o din nou.',
  fileUnknown: 'Un fișier nu a ajuns întreg la noi. Adăugați-l din nou.',
  statusUnavailable: 'Registrul nu răspunde acum. Încercați din nou peste câteva minute.',
  wrongPair: 'Nu am găsit un document cu numărul și codul acesta. Verificați-le pe dovada de înregistrare.',
  tooMany: 'Au fost prea multe încercări greșite. Încercați peste un sfert de oră sau sunați la registratură.',
} as const
