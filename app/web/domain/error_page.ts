/** Errors that have a page of their own; every other one looks like its family's first. */
const PAGES = [400, 401, 403, 404, 405, 409, 413, 415, 419, 429, 500, 503] as const

export type ErrorPage = (typeof PAGES)[number]

/** The page for a status code: 418 → 400, 507 → 500, nonsense → 500. */
export function errorPageFor(status: number): ErrorPage {
  const exact = PAGES.find((page) => page === status)
  if (exact) return exact
  return status >= 400 && status < 500 ? 400 : 500
}

const BUSY_CODES = new Set([
  // SQLite: another process writes, or the disk is full or read-only.
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
  'SQLITE_LOCKED',
  'SQLITE_FULL',
  'SQLITE_IOERR',
  'SQLITE_READONLY',
  'SQLITE_CANTOPEN',
  // PostgreSQL: shutting down, starting, crashed, out of connections, conflicts after all retries.
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '53100',
  '08000',
  '08003',
  '08006',
  '40001',
  '40P01',
  // The way there.
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
])
const BUSY_MESSAGE =
  /Connection terminated|timeout exceeded when trying to connect|Timeout acquiring a connection/i

/** Is the database out of reach or busy, so that the same request may well work in a moment? */
export function isDatabaseOutage(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isDatabaseOutage)
  if (!(error instanceof Error)) return false
  const { code } = error as Error & { code?: unknown }
  if (typeof code === 'string' && BUSY_CODES.has(code)) return true
  return BUSY_MESSAGE.test(error.message) || isDatabaseOutage(error.cause)
}
