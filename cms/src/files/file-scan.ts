/**
 * What is known of a file's viruses. `waiting`: in quarantine until the scanner has seen it. `unscanned`: no scanner
 * was configured when it came; one that is configured later looks at it all the same.
 */
export type ScanState = 'waiting' | 'clean' | 'infected' | 'unscanned'
export type FileScan = { state: ScanState; verdict: string | null }

/** Nobody opens what waits in quarantine, and never what is infected. */
export const mayBeOpened = ({ state }: FileScan): boolean => state === 'clean' || state === 'unscanned'

/** How long after the attempt that found the scanner away the next one is made: soon at first, then every few minutes. */
export const rescanAfterSeconds = (attempts: number): number => Math.min(300, 5 * 2 ** Math.min(attempts, 10))

/** Where a file begins that was inspected before it was kept. */
export const stateAfter = { clean: 'clean', away: 'waiting', none: 'unscanned' } as const
