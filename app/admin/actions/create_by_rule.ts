import { doOnce } from '#core/web'
import type { Save, SaveResult } from '#app/admin/actions/save_record'

/** Under what a form of a new record is known when it comes again. */
export const sentOnce = ({ resource, formKey, values, viewer }: Save) => ({
  scope: `admin.create:${resource.id}:${viewer.user.id}`,
  // With all that was typed: a form that the back button brings again may be for another record.
  key: JSON.stringify([formKey, values]),
})

/** A use case opens transactions of its own, so a twin waits for the first one's answer. */
export async function createOnce(save: Save): Promise<SaveResult> {
  const work = () => createByRule(save)
  if (!save.formKey) return work()
  const { scope, key } = sentOnce(save)
  const done = await doOnce<SaveResult>(scope, key, { work, keep: ({ ok }) => ok })
  if (done) return done
  return { ok: false, reason: 'invalid', errors: { '': 'admin.actions.reasons.underway' } }
}

async function createByRule({ resource, values, viewer }: Save): Promise<SaveResult> {
  const created = await resource.form.create!(values, viewer)
  if ('errors' in created) return { ok: false, reason: 'invalid', ...created }
  return { ok: true, id: created.id }
}
