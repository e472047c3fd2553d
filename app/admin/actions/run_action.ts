import { doOnce } from '#core/web'
import type { Values, Viewer } from '#app/admin/definition'
import { refusalOf, refusalOnPage } from '#app/admin/queries/action_preview'
import type { HomeAction, RecordAction } from '#app/admin/queries/named_actions'
import { forgetCounts } from '#app/admin/queries/navigation_counts'
import { recordOf } from '#app/admin/queries/records'
import { written, type WrittenResult } from '#app/admin/sent_download'

type Asked = {
  values: Values
  viewer: Viewer
  /** Hidden in the form that asked: sent twice, it is done once. */
  formKey?: string
}

type OnRecord = Asked & { id: unknown }

/** An action on one record, found through the person's scope; somebody may have been faster. */
export function runOnRecord(
  { name, resource, action }: RecordAction,
  { id, ...asked }: OnRecord
): Promise<WrittenResult> {
  const { values, viewer } = asked
  return once(`${name}:${String(id)}`, asked, async () => {
    const record = await recordOf(resource, id, { viewer })
    const reason = refusalOf(action, record)
    if (reason) return { ok: false, reason }
    return written(action, await action.run({ record, values, viewer }))
  })
}

/** An action of a list or a page. */
export function runOnPage({ name, action }: HomeAction, asked: Asked): Promise<WrittenResult> {
  const { values, viewer } = asked
  return once(name, asked, async () => {
    const reason = await refusalOnPage(action)
    if (reason) return { ok: false, reason }
    return written({}, await action.run({ record: null, values, viewer }))
  })
}

async function once(
  subject: string,
  { values, viewer, formKey }: Asked,
  work: () => Promise<WrittenResult>
): Promise<WrittenResult> {
  forgetCounts(viewer.user.id)
  if (!formKey) return work()
  const scope = `admin.action:${subject}:${viewer.user.id}`
  // With all that was typed: the back button brings a form again for another answer.
  const key = JSON.stringify([formKey, values])
  // A file is made again for whoever asks again; it is not kept.
  const keep = (result: WrittenResult) => result.ok && !result.download
  const done = await doOnce<WrittenResult>(scope, key, { work, keep })
  return done ?? { ok: false, reason: 'admin.actions.reasons.underway' }
}
