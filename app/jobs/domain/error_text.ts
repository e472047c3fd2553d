import { withoutStatement } from '#core/platform'

const ADDRESS = /[^\s<>@"']+@[^\s<>@"']+/g
const LONGEST = 500

/**
 * What staff read about a failure: one short line without anybody's e-mail address, and of a
 * failed statement, which quotes its values, only what the database said.
 */
export function errorText(error: unknown): string {
  const message = withoutStatement(error instanceof Error ? error.message : String(error))
  return message.replace(ADDRESS, '[address]').replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST)
}
