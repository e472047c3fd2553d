import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/platform'
import { chainEntries } from '#app/audit/actions/chain_entries'
import { AuditCheck } from '#app/audit/models/audit_check'
import { verifiedChain } from '#app/audit/queries/verified_chain'

/** Chains what is committed, walks the whole chain, and keeps the answer for health and panel. */
export async function verifyChain(): Promise<AuditCheck> {
  await chainEntries({ whole: true })
  const { verified, head, broken } = await verifiedChain(db.connection())
  return AuditCheck.create({
    at: clock.now(),
    verified,
    position: head.position,
    hash: head.hash,
    brokenPosition: broken?.position ?? null,
    brokenEntry: broken?.entryId ?? null,
    reason: broken?.reason ?? null,
  })
}
