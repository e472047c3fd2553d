const MOST_FRAMES = 12

export type ErrorRecord = {
  type: string
  code?: string
  constraint?: string
  /** Answer of a mail server. Its words are left out: they may name whomever it refuses. */
  responseCode?: number
  message: string
  stack: string[]
  cause?: ErrorRecord
}

/**
 * An error as it may stand in a log. Database drivers quote the whole statement with its values
 * and the offending row (`Key (email)=(…)`), so of those only the last words are kept.
 */
export function errorRecord(error: unknown): ErrorRecord {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: [] }
  const { code, constraint, responseCode } = error as Error & Record<string, unknown>
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint === 'string' && { constraint }),
    ...(typeof responseCode === 'number' && { responseCode }),
    message: typeof responseCode === 'number' ? '' : ownWords(error.message),
    stack: framesOf(error),
    ...(error.cause instanceof Error && { cause: errorRecord(error.cause) }),
  }
}

const ownWords = (message: string) => withoutPersonalData(withoutStatement(message))

/** `insert into "users" ("email") values ('…') - UNIQUE constraint failed` → the last part. */
export function withoutStatement(message: string): string {
  const isStatement = /^\s*(insert|update|delete|select|with|begin|commit)\b/i.test(message)
  return isStatement ? message.slice(message.lastIndexOf(' - ') + 3) : message
}

/** Takes out what looks like an address, a phone number, a token or a quoted value. */
function withoutPersonalData(text: string): string {
  return text
    .slice(0, 500)
    .replace(/[^\s@"'<>()=,;]{1,64}@[^\s@"'<>()=,;]{1,255}/g, '[e-mail]')
    .replace(/\+?\d[\d ()/.-]{6,20}\d/g, '[number]')
    .replace(/[\w-]{22,}/g, '[token]')
    .replace(/=\([^)]{0,200}\)/g, '=([value])')
}

/** Where it happened; the first line of a stack repeats the message. */
function framesOf(error: Error): string[] {
  const lines = error.stack?.split('\n') ?? []
  return lines
    .filter((line) => /^\s+at /.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => line.trim())
}
