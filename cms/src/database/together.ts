type Waiting<Item, Answer> = { item: Item; resolve: (answer: Answer) => void; reject: (reason: unknown) => void }

/**
 * Makes one question of many: what is asked while an earlier question is on its way waits for it, and is then asked
 * together, at most `most` at a time. Nobody is answered with what was read before he asked. When a question of several
 * fails, each is asked alone, so that nobody fails for another.
 */
export function together<Item, Answer>(
  ask: (items: readonly Item[]) => Promise<readonly Answer[]>,
  { most = 64 }: { most?: number } = {},
): (item: Item) => Promise<Answer> {
  const waiting: Waiting<Item, Answer>[] = []
  let isAsking = false

  const answer = async (batch: readonly Waiting<Item, Answer>[]): Promise<void> => {
    try {
      const answers = await ask(batch.map(({ item }) => item))
      for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as Answer)
    } catch (error) {
      const [first] = batch
      if (batch.length === 1) first?.reject(error)
      else for (const each of batch) await answer([each])
    }
  }
  const askAll = async (): Promise<void> => {
    isAsking = true
    while (waiting.length > 0) await answer(waiting.splice(0, most))
    isAsking = false
  }
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (!isAsking) void askAll()
    })
}
