/**
 * What may be said of an error in a log: its code, or a message of our own. What a database or a driver says may hold
 * the values of the statement, and with them names, addresses and personal numbers.
 */
export function faultOf(error: unknown): string {
  for (let cause = error; cause; cause = (cause as { cause?: unknown }).cause) {
    const { code } = cause as { code?: unknown }
    if (typeof code === 'string' && /^[\w-]{1,40}$/.test(code)) return code
  }
  const { name, message } = error as Error
  return name === 'Error' && !/query|params/i.test(message) ? message.slice(0, 200) : String(name)
}
