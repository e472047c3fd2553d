import { runDueJobs } from '#core/jobs'
import { OutboxMail, renderMail, type ComposedMail } from '#core/messaging'

type Mail = ComposedMail & { template: string; data: string }

/** What arrived at an address, oldest first, as its recipient reads it, and what is stored of it. */
export async function mailsTo(address: string): Promise<Mail[]> {
  await runDueJobs()
  const rows = await OutboxMail.query().where('toAddress', address).orderBy('id')
  return Promise.all(
    rows.map(async (row) => {
      const rendered = await renderMail(row)
      if (!rendered.ok) throw new Error(rendered.reason)
      return { ...rendered.mail, template: row.template, data: JSON.stringify(row.$attributes) }
    })
  )
}
