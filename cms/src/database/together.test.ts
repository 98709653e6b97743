import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { together } from './together.ts'

/** Answers ten times what was asked, slowly, and remembers which were asked together. */
function tens({ refused = null as number | null, most = 64 } = {}) {
  const asked: number[][] = []
  const ask = together<number, number>(
    async (items) => {
      asked.push([...items])
      await pause(5)
      if (refused !== null && items.includes(refused)) throw new Error(`not ${refused}`)
      return items.map((item) => item * 10)
    },
    { most },
  )
  return { ask, asked }
}

describe('what is asked together', () => {
  it('is one question for all who came during the one before, each with his own answer', async () => {
    const { ask, asked } = tens()
    expect(await Promise.all([1, 2, 3, 4].map(ask))).toEqual([10, 20, 30, 40])
    expect(asked).toEqual([[1], [2, 3, 4]])
    expect(await ask(5)).toBe(50)
  })

  it('is never more than the most at once', async () => {
    const { ask, asked } = tens({ most: 2 })
    await Promise.all([1, 2, 3, 4, 5, 6].map(ask))
    expect(asked).toEqual([[1], [2, 3], [4, 5], [6]])
  })

  it('does not answer one who came later with what was read before', async () => {
    let stored = 'before'
    const read = together<null, string>(async (items) => {
      const seen = stored
      await pause(5)
      return items.map(() => seen)
    })
    const early = read(null)
    stored = 'after'
    expect(await Promise.all([early, read(null)])).toEqual(['before', 'after'])
  })

  it('fails for him alone who cannot be answered', async () => {
    const { ask, asked } = tens({ refused: 3 })
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(ask))
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
    expect(asked.at(-1)).toEqual([4])
    expect(await ask(7)).toBe(70)
  })
})
