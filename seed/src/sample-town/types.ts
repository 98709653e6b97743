import type { ActCharacter, ActTopic, RelationKind } from '@avizier/cms/acts'
import type { AnnouncementCategory } from '@avizier/cms/announcements'
import type { DocumentType } from '@avizier/cms/documents'
import type { PublicInstitution } from '@avizier/cms/institution'
import type { PageSection } from '@avizier/cms/pages'

export type InstitutionData = Omit<
  PublicInstitution,
  'noun' | 'id' | 'revision' | 'publishedAt' | 'updatedAt' | 'emblemSvg' | 'alert'
>

/** A decision of the yearly round: what the council of a commune decides again and again, with its own dates. */
export type DecisionData = {
  key: string
  /** Month of adoption, 1-12; the day is the month's last Thursday. */
  month: number
  topic: ActTopic
  character?: ActCharacter
  title: string
  /** What follows "privind" in the official text; the title in lower case when absent. */
  articles: string[]
  summary?: string[]
  votes?: { for: number; against: number; abstained: number }
  relations?: { kind: RelationKind; to: string; target?: string }[]
}

export type AnnouncementData = {
  title: string
  category: AnnouncementCategory
  lead: string
  /** Lines of plain text: a dash starts a list item. */
  text: string
  daysAgo: number
  dueInDays?: number
  takeDownInDays?: number
}

export type DocumentData = {
  key: string
  title: string
  type: DocumentType
  lead: string
  daysAgo: number
  /** The paper itself: a heading starts with "# ", a table row with "| ". */
  text: string
}

export type PageData = { section: PageSection; slug: string; title: string; lead: string; order: number; text: string }
