import { setTimeout as pause } from 'node:timers/promises'
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
  await untilFound(town)
  project.provide('town', town)
  return stop
}

/** A town is up before all of it is found: the first journeys wait for the index. */
async function untilFound({ site }: Town): Promise<void> {
  for (let waited = 0; waited < 300; waited++) {
    const { parts } = (await (await fetch(`${site}/api/health`)).json()) as {
      parts: { lag: number; pagesWaiting: number; search: { documents?: number; lag?: number } }
    }
    const { documents = 0, lag } = parts.search
    if (documents > 100 && lag === 0 && parts.lag === 0 && parts.pagesWaiting === 0) return
    await pause(200)
  }
  throw new Error('the town was not found by its search within a minute')
}
