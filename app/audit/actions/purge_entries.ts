import { clock, rows, transaction, SYSTEM, type Trx } from '#core/platform'
import { setting } from '#core/settings'
import { audit } from '#app/audit/actions/audit'
import { chainEntries } from '#app/audit/actions/chain_entries'
import { AuditCheck } from '#app/audit/models/audit_check'
import { REMOVAL } from '#app/audit/queries/chain'
import { keepDays } from '#app/audit/settings'

const DAY = 86_400_000

/**
 * Deletes lines that have had their time, a day late: the clock of the database decides, and one
 * line that it still keeps would hold back all of them. They go from the front of the chain, so
 * that the rest stays verifiable: a line of the trail keeps the last hash that went.
 */
export async function purgeEntries(): Promise<void> {
  const days = (await setting(keepDays)) + 1
  const before = clock.now() - days * DAY
  await chainEntries({ whole: true })
  await transaction((trx) => removeUntil(trx, before))
  await AuditCheck.query().where('at', '<', before).delete()
}

async function removeUntil(trx: Trx, before: number): Promise<void> {
  const last = await lastToGo(trx, before)
  if (!last) return
  await rows(
    trx,
    `delete from audit_entries
     where id in (select entry_id from audit_links where position <= ?)`,
    [last.position]
  )
  await rows(
    trx,
    `delete from audit_links
     where position <= ? and position < (select max(position) from audit_links)`,
    [last.position]
  )
  await audit(trx, {
    actor: SYSTEM,
    ...REMOVAL,
    objectId: last.position,
    table: 'audit_links',
    changes: { hash: [last.hash, null] },
  })
}

/** The last link before the first entry that stays; none where nothing goes. */
async function lastToGo(trx: Trx, before: number) {
  const [last] = await rows<{ position: number; hash: string }>(
    trx,
    `select l.position, l.hash from audit_links l join audit_entries e on e.id = l.entry_id
     where e.at < ? and l.position < coalesce(
       (select min(s.position) from audit_links s join audit_entries k on k.id = s.entry_id
        where k.at >= ?), l.position + 1)
     order by l.position desc limit 1`,
    [before, before]
  )
  return last
}
