import type { SynonymFault } from './synonym-groups.ts'

export const synonymMessages: Record<SynonymFault, string> = {
  'one-word': 'Scrieți cel puțin două cuvinte diferite, despărțite prin virgulă.',
  'too-long': 'Un cuvânt sau o expresie are cel mult 60 de litere.',
  'too-many': 'Cel mult 20 de cuvinte într-un grup: faceți altul.',
}
