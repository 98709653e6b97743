import type { FieldOf } from '../contract.ts'
import { readLine } from './written.ts'

export const parseText = (raw: unknown, { maxLength }: FieldOf<'text'>) => readLine(raw, maxLength)
