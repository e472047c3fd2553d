import { hash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { marks, rows } from '#core/platform'
import type { ParsedLine } from '#plugins/shop-quotes/domain/bank_lines'
import { BankLine } from '#plugins/shop-quotes/models/bank_line'

/**
 * What a line is known by: all that the bank says of it, and the how manieth of its like it is in
 * the file, since two people may pay the same on one day. A file read again has the same digests.
 */
export function digestsOf(lines: readonly ParsedLine[]): string[] {
  const seen = new Map<string, number>()
  return lines.map(({ day, amountMinor, currency, payer, purpose }) => {
    const said = JSON.stringify([day, amountMinor, currency, payer, purpose])
    const nth = (seen.get(said) ?? 0) + 1
    seen.set(said, nth)
    return hash('sha256', `${nth} ${said}`, 'hex')
  })
}

/** Those of these digests that have been imported. */
export async function knownDigests(digests: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>()
  for (let from = 0; from < digests.length; from += 500) {
    const some = digests.slice(from, from + 500)
    const sql = `select digest from ${BankLine.table} where digest in (${marks(some)})`
    const found = await rows<{ digest: string }>(db.connection(), sql, some)
    for (const { digest } of found) known.add(digest)
  }
  return known
}
