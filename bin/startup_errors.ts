import { prettyPrintError } from '@adonisjs/core'

type SystemError = Error & { code?: string; port?: number; address?: string; path?: string }

const EXPLANATIONS: Record<string, (error: SystemError) => string> = {
  EADDRINUSE: (error) =>
    `Port ${error.port} is taken by another program. Stop it, or choose another one: PORT=${Number(error.port) + 1} npm start`,
  EACCES: (error) =>
    error.port
      ? `Port ${error.port} needs more rights than this user has. Choose one above 1024: PORT=3333 npm start`
      : `${error.path} cannot be written. Give this user the right to, or choose another folder: DATA_DIR=/srv/sportello npm start`,
  ENOTDIR: (error) =>
    `${error.path} cannot be made: a part of it is a file. Choose another folder: DATA_DIR=/srv/sportello npm start`,
  EROFS: (error) =>
    `${error.path} is read-only. Choose a writable folder: DATA_DIR=/srv/sportello npm start`,
  SQLITE_CANTOPEN: () =>
    'The database file cannot be opened. Check that DATA_DIR is a writable folder.',
  ECONNREFUSED: (error) =>
    `The database at ${error.address}:${error.port} does not answer. Check DATABASE_URL, e.g. postgres://user:password@127.0.0.1:5432/sportello`,
  ENOTFOUND: () =>
    'The host in DATABASE_URL is not known. Example: postgres://user:password@127.0.0.1:5432/sportello',
  '28P01': () => 'The database refuses the user or password in DATABASE_URL.',
  '3D000': () => 'The database named in DATABASE_URL does not exist. Create it first.',
}

function causes(error: unknown): SystemError[] {
  if (error instanceof AggregateError) return error.errors.flatMap(causes)
  if (!(error instanceof Error)) return []
  return [error as SystemError, ...causes(error.cause)]
}

/** Prints what an operator can do about a failed start in one line; anything unexpected in full. */
export async function explainStartupError(error: unknown): Promise<void> {
  const known = causes(error).find((cause) => cause.code && cause.code in EXPLANATIONS)
  if (known) {
    console.error(EXPLANATIONS[known.code!](known))
    return
  }
  if (error instanceof Error && 'code' in error && error.code === 'E_CONFIGURATION') {
    console.error(error.message)
    return
  }
  await prettyPrintError(error)
}
