import { audit } from '#core/audit'
import { clock, transaction, type Actor, type Trx } from '#core/platform'
import type { Locale } from '#core/organisation'
import { OwnTexts } from '#app/messaging/models/own_texts'
import { forgetOwnTexts } from '#app/messaging/queries/own_texts'

export type RewordMail = {
  template: string
  locale: Locale
  /** Checked messages by lang key; what is not among them is ours again. */
  texts: Readonly<Record<string, string>>
  /** Version that the person saw; 0 when there was no wording. */
  seen: number
  actor: Actor
}

type Reworded = { ok: true } | { ok: false; reason: 'changed_meanwhile' }

/** Keeps the operator's wording of a mail in one language; without any text it is ours again. */
export function rewordMail(input: RewordMail): Promise<Reworded> {
  const { template, locale, texts, seen } = input
  return transaction(async (trx): Promise<Reworded> => {
    const row = await OwnTexts.query({ client: trx })
      .where({ template, locale })
      .forUpdate()
      .first()
    if ((row?.version ?? 0) !== seen) return { ok: false, reason: 'changed_meanwhile' }
    const before = row?.texts ?? {}
    if (JSON.stringify(before) === JSON.stringify(texts)) return { ok: true }
    if (Object.keys(texts).length === 0) await row?.delete()
    else await store(trx, row ?? new OwnTexts(), input)
    await audit(trx, {
      actor: input.actor,
      action:
        Object.keys(texts).length === 0 ? 'messaging.mail_restored' : 'messaging.mail_reworded',
      object: 'messaging.template',
      objectId: template,
      table: OwnTexts.table,
      changes: { locale: [null, locale], texts: [before, texts] },
    })
    trx.after('commit', forgetOwnTexts)
    return { ok: true }
  })
}

async function store(trx: Trx, row: OwnTexts, { template, locale, texts, seen }: RewordMail) {
  row.useTransaction(trx)
  await row.merge({ template, locale, texts, version: seen + 1, updatedAt: clock.now() }).save()
}
