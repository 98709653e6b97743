import type { TestProject } from 'vitest/node'
import { startTown, type Town } from './running-town.ts'

declare module 'vitest' {
  interface ProvidedContext {
    town: Town
  }
}

/** One whole town for all journeys. */
export default async function provideTown(project: TestProject): Promise<() => Promise<void>> {
  const { town, stop } = await startTown({ SHOW_ELEMENTS: 'yes' })
  project.provide('town', town)
  return stop
}
