import type { FieldOf } from '../contract.ts'
import { readText } from './written.ts'

export const parseLongText = (raw: unknown, { maxLength }: FieldOf<'longText'>) => readText(raw, maxLength)
