import { readCmsEnvironment } from '../env.ts'

/** Whether a gateway is connected. */
export const takesCards = (): boolean => readCmsEnvironment().PAYMENTS_GATEWAY !== 'none'
