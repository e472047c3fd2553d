import { audit } from '#core/audit'
import { clock, transaction, type Actor } from '#core/platform'
import type { Report } from '#app/feedback/models/report'

type Settled = { ok: true } | { ok: false; reason: 'changed' }

/** Says that a report has its answer, or that it still needs one; once, whoever is faster. */
export async function settleReport(
  { id, state, version }: Report,
  to: Report['state'],
  actor: Actor
): Promise<Settled> {
  const now = clock.now()
  const values = { state: to, answered_at: to === 'answered' ? now : null, updated_at: now }
  return transaction(async (trx) => {
    const changed = await trx
      .from('feedback_reports')
      .where({ id, state, version })
      .update({ ...values, version: version + 1 })
    if (Number(changed) !== 1) return { ok: false, reason: 'changed' } as const
    const action = to === 'answered' ? 'feedback.answered' : 'feedback.reopened'
    await audit(trx, {
      ...{ actor, action, object: 'feedback.report', objectId: id },
      changes: { state: [state, to] },
    })
    return { ok: true } as const
  })
}
