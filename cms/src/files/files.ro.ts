import type { FileFault } from './contract.ts'
import type { ScanState } from './file-scan.ts'

export const fileMessages = {
  'file-empty': 'Fișierul este gol. Alegeți altul.',
  'file-too-large': 'Fișierul are mai mult de 50 MB. Micșorați-l sau împărțiți-l în anexe.',
  'file-kind': 'Se primesc PDF, DOCX, XLSX, ODT, ODS, CSV, TXT, JPG, PNG și WEBP. Salvați documentul ca PDF.',
  'file-not-what-it-says':
    'Conținutul nu este ce spune numele fișierului. Deschideți-l, salvați-l din nou și încărcați copia.',
  'file-double':
    'Fișierul ascunde un al doilea conținut. Deschideți-l, salvați-l din nou sub alt nume și încărcați copia.',
  'file-broken': 'Fișierul nu se poate deschide. Salvați-l sau scanați-l din nou și încărcați-l.',
  'file-encrypted': 'Fișierul este protejat cu parolă. Salvați-l fără parolă și încărcați-l din nou.',
  'file-scripted':
    'Fișierul PDF conține comenzi sau câmpuri de completat care rulează programe. Deschideți-l, alegeți Tipărire, apoi „Salvare ca PDF”, și încărcați copia.',
  'file-carries-files': 'Fișierul are alte fișiere ascunse în el. Încărcați fiecare fișier separat.',
  'file-carries-macros': 'Documentul conține macrocomenzi. Salvați-l ca PDF și încărcați copia.',
  'file-unpacks-too-large': 'Documentul se deschide mult mai mare decât pare. Salvați-l ca PDF și încărcați copia.',
  'file-too-many-pixels': 'Fotografia are prea mulți pixeli. Micșorați-o și încărcați-o din nou.',
  'file-infected':
    'Antivirusul a găsit un virus în fișier. Nu l-am păstrat. Verificați calculatorul și încărcați altul.',
  'file-scanner-away':
    'Antivirusul nu răspunde acum. Fișierul nu a fost păstrat. Încercați din nou peste câteva minute.',
  'file-write-once': 'Fișierul încărcat nu se înlocuiește. Încărcați unul nou și alegeți-l în document.',
  'file-in-use': 'Fișierul a fost publicat și se păstrează. Nu poate fi șters.',
} as const satisfies Record<FileFault | 'file-scanner-away' | 'file-write-once' | 'file-in-use', string>

/** Beside the name of a file; nothing where it opens as usual. */
export const scanLabels = {
  waiting: 'În carantină: așteaptă verificarea antivirus',
  infected: 'Antivirusul a găsit un virus. Fișierul nu se deschide.',
  clean: null,
  unscanned: null,
} as const satisfies Record<ScanState, string | null>

export const quarantineText = {
  title: 'Antivirus',
  none: 'Nu este configurat un antivirus. Fișierele primite se deschid neverificate. Cereți-i administratorului să seteze CLAMD_URL.',
  down: 'Antivirusul nu răspunde. Fișierele primite rămân în carantină până revine.',
  waiting: (count: number) =>
    count === 1 ? 'Un fișier așteaptă în carantină.' : `Fișiere care așteaptă în carantină: ${count}.`,
  infected: (count: number) =>
    count === 1
      ? 'Un fișier primit este infectat. Nu se deschide și nu pleacă din primărie.'
      : `Fișiere primite infectate: ${count}. Nu se deschid și nu pleacă din primărie.`,
} as const
