const codeOf = (error: unknown): string =>
  error instanceof Error ? String((error as Error & { code?: string }).code ?? '') : ''

/** The database refused a second row with the same unique value. */
export const isUniqueViolation = (error: unknown): boolean =>
  ['23505', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'].includes(codeOf(error))

/** The database refused to delete a row that others point to. */
export const isStillUsed = (error: unknown): boolean =>
  ['23503', '23001', 'SQLITE_CONSTRAINT_FOREIGNKEY'].includes(codeOf(error))
