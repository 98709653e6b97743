import type { FileFault } from './file-kinds.ts'

export const fileMessages = {
  'file-empty': 'Fișierul este gol. Alegeți altul.',
  'file-too-large': 'Fișierul are mai mult de 50 MB. Micșorați-l sau împărțiți-l în anexe.',
  'file-kind-unknown': 'Se primesc PDF, DOCX, XLSX, ODT, ODS, CSV, TXT, JPG, PNG și WEBP. Salvați documentul ca PDF.',
  'file-not-what-it-says':
    'Conținutul nu este ce spune numele fișierului. Deschideți-l, salvați-l ca PDF și încărcați-l din nou.',
  'file-write-once': 'Fișierul încărcat nu se înlocuiește. Încărcați unul nou și alegeți-l în document.',
  'file-in-use': 'Fișierul a fost publicat și se păstrează. Nu poate fi șters.',
} as const satisfies Record<FileFault, string>
