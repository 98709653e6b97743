import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { runPaymentChaos } from '@avizier/cms/test-payment-chaos'
import { postgresPlace } from '@avizier/start/postgres-place'
import { type Figure, report } from './figures.ts'

/**
 * A thousand payments through both gateways while notices are repeated, delayed, mixed up, forged and lost, and the
 * record and Postgres are killed. `--seed=` repeats a run, `--payments=` makes it shorter.
 */
export async function measure({ flags }: { flags: readonly string[] }): Promise<boolean> {
  const flag = (name: string, otherwise: number) =>
    Number(flags.find((each) => each.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise)
  const seed = flag('seed', Date.now() % 100_000)
  const payments = flag('payments', 1_000)
  const kills = Math.max(2, Math.round(payments / 50))
  const folder = mkdtempSync(path.join(os.tmpdir(), 'avizier-bench-'))
  chmodSync(folder, 0o755)
  const { binaries, user } = postgresPlace(folder, path.basename(folder))
  process.env['TEST_POSTGRES_PLACE'] = JSON.stringify({ binaries, user })
  console.log(`seed ${seed}`)
  try {
    const result = await runPaymentChaos({ payments, kills, seed, say: (sentence) => console.log(sentence) })
    for (const fault of result.faults) console.log(`WRONG: ${fault}`)
    console.log(
      `${result.payments} payments, ${result.kills} kills, ${result.notices} notices journalled, ${result.polls} questions asked, ${result.receipts} receipts, in ${Math.round(result.seconds)} s`,
    )
    const none = { of: 'p50', isAtMost: true, value: 0 } as const
    const figures: Figure[] = [
      {
        what: 'payments in a wrong state, doubled or lost receipts, gaps in the journal',
        values: [result.faults.length],
        unit: '',
        limit: none,
      },
    ]
    return report(figures)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
