import { clock, rows, transaction, withLease, type Trx } from '#core/platform'
import { linkHash } from '#app/audit/domain/chain'
import { chainHead, newestChainedId, unchainedEntries } from '#app/audit/queries/chain'

const BATCH = 500

/** So far behind the newest link the frequent run looks for entries that were committed late. */
const LATE_IDS = 10_000

const INSERT = `insert into audit_links (position, entry_id, previous, hash, chained_at)
  values (?, ?, ?, ?, ?)`

/**
 * Adds a link for every committed entry that has none, and says how many. What decides is that an
 * entry has no link, not its id, so one that was committed after younger ones is not skipped.
 *
 * @param whole looks at the whole trail, however far back; for the nightly run and for checks
 */
export function chainEntries({ whole = false } = {}): Promise<number> {
  return withLease('audit.chain', async () => {
    let total = 0
    for (;;) {
      const added = await transaction((trx) => chainBatch(trx, whole))
      total += added
      if (added < BATCH) return total
    }
  })
}

async function chainBatch(trx: Trx, whole: boolean): Promise<number> {
  const from = whole ? 0 : (await newestChainedId(trx)) - LATE_IDS
  const entries = await unchainedEntries(trx, from, BATCH)
  let { position, hash } = await chainHead(trx)
  for (const entry of entries) {
    const previous = hash
    hash = linkHash(previous, entry)
    await rows(trx, INSERT, [++position, Number(entry.id), previous, hash, clock.now()])
  }
  return entries.length
}
