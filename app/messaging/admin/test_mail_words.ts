import type { Viewer } from '#core/admin'
import type { SettingsActionResult } from '#core/settings'
import type { TestMailResult } from '#app/messaging/actions/send_test_mail'

/** What came of sending a mail at once, in words, with the mail server's own answer. */
export function testMailWords(
  result: TestMailResult,
  to: string,
  viewer: Viewer
): SettingsActionResult {
  if (result.outcome !== 'failed') {
    const text = viewer.t(`messaging.settings.tested.${result.outcome}`, { to })
    return { ok: result.outcome === 'delivered', text }
  }
  const text = viewer.t(`messaging.settings.tested.failed.${result.kind}`, { to })
  return { ok: false, text, detail: result.answer }
}
