import type { ActionResult, PageAction } from '#core/admin'
import { sendTestMail, type TestMailResult } from '#app/messaging/actions/send_test_mail'

const said = (word: string) => `messaging.settings.tested.${word}`

/** What came of sending a mail at once, with the mail server's own answer. */
export function testMailSaid(result: TestMailResult, to: string): ActionResult {
  const values = { to }
  if (result.outcome === 'delivered') return { ok: true, notice: said('delivered'), values }
  if (result.outcome !== 'failed') return { ok: false, reason: said(result.outcome), values }
  return { ok: false, reason: said(`failed.${result.kind}`), values, detail: result.answer }
}

/** Whether mails leave the house; on the page of their settings as well. */
export const sendTest: PageAction = {
  id: 'send_test',
  permission: 'settings.manage',
  icon: 'send',
  firstRun: 'mail',
  form: [{ name: 'to', kind: 'email', required: true }],
  initial: ({ user }) => ({ to: user.email }),
  async run({ values, viewer }) {
    const to = String(values.to)
    const { locale, actor } = viewer
    return testMailSaid(await sendTestMail({ to, locale, actor }), to)
  },
}
