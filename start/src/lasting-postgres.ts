import { setTimeout as pause } from 'node:timers/promises'
import { type PostgresOptions, type RunningPostgres, startPostgres } from './postgres.ts'
import type { ProcessFile } from './process-file.ts'

/** What was killed may hold the cluster a little longer: its children notice, and go. */
const tries = 60

/**
 * The town's Postgres, started again where it stood when it dies: it recovers what was committed by itself, and the
 * other parts find it under the address they have. `onLost` is told when it does not come back.
 */
export async function startLastingPostgres(
  options: PostgresOptions,
  { processes, onLost }: { processes: ProcessFile; onLost: (why: string) => void },
): Promise<{ url: string; stop: () => Promise<void> }> {
  let isStopping = false
  let running = await startPostgres(options)
  watch(running)
  return {
    url: running.url,
    stop: async () => {
      isStopping = true
      await running.stop()
    },
  }

  function watch({ process: server }: RunningPostgres): void {
    if (server.pid) processes.add('Postgres', server.pid)
    server.once('exit', (code, signal) => {
      if (isStopping) return
      options.say(`Postgres stopped (${signal ?? `code ${code}`}); it starts again. Its log: ${options.logFile}`)
      void comeBack()
    })
  }

  async function comeBack(): Promise<void> {
    let why = ''
    for (let tried = 0; tried < tries && !isStopping; tried++) {
      try {
        running = await startPostgres({ ...options, say: () => undefined })
        if (isStopping) await running.stop()
        else watch(running)
        return
      } catch (error) {
        why = (error as Error).message
        await pause(500)
      }
    }
    if (!isStopping) onLost(why)
  }
}
