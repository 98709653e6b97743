/** Runs once when the web server of the record starts: boots Payload (migrations included) and starts the schedule. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return
  const { startRecord } = await import('./start-record.ts')
  await startRecord()
}
