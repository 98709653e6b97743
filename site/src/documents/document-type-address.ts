import type { DocumentType } from '@avizier/cms/documents'
import { documentTypeSlug } from '../paths.ts'

const types = new Map(Object.entries(documentTypeSlug).map(([type, slug]) => [slug, type as DocumentType]))

export const documentTypeOfSlug = (slug: string): DocumentType | null => types.get(slug) ?? null
