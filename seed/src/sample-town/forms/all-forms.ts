import { buildingForms } from './building.ts'
import type { FormData } from './form-data.ts'
import { paperForms } from './papers.ts'
import { writingForms } from './writing.ts'

/** What the sample town's people can file. */
export const forms: FormData[] = [...writingForms, ...buildingForms, ...paperForms]
