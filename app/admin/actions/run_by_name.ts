import { User, normalEmail } from '#core/accounts'
import { isActive, type Result } from '#core/platform'
import type { Action, ActionResult, AnyResource, Viewer } from '#app/admin/definition'
import { refusalOf } from '#app/admin/queries/action_preview'
import { namedActions } from '#app/admin/queries/named_actions'
import { recordOf, type AnyRecord } from '#app/admin/queries/records'
import { validateForm } from '#app/admin/validate_form'
import { viewerFor } from '#app/admin/viewer'

type Asked = {
  /** `booking.appointments.cancel` */
  name: string
  id: string
  /** E-mail address of the member of staff in whose name it is done. */
  as: string
  /** Fields of the action's form, as they would be typed. */
  set: Record<string, string | string[]>
}

export type RunRefusal =
  'unknown_action' | 'unknown_person' | 'forbidden' | 'unknown_record' | 'refused' | 'invalid'

type Ran = Result<{ said: string; result: ActionResult }, RunRefusal> & { details?: string[] }

/**
 * An action outside the panel, bound by everything that binds the panel: the person's permission
 * and scope, whether the record allows it, the validation of its form, its line in the trail.
 */
export async function runByName({ name, id, as, set }: Asked): Promise<Ran> {
  const named = namedActions().find((candidate) => candidate.name === name)
  if (!named || !(await isActive(named.resource.owner))) return refused('unknown_action')
  const { resource, action } = named
  const person = { email: normalEmail(as), kind: 'staff' as const }
  const user = await User.query().where(person).whereNull('disabledAt').first()
  if (!user) return refused('unknown_person')
  const viewer = await viewerFor(user)
  if (!viewer.can(action.permission)) return refused('forbidden')
  const record = await recordOf(resource, id, { viewer }).catch(isMissing)
  if (!record) return refused('unknown_record')
  const refusal = refusalOf(action, record)
  if (refusal) return refused('refused', [viewer.word(refusal, refusal)])
  return run({ resource, action, viewer }, record, set)
}

type Work = { resource: AnyResource; action: Action; viewer: Viewer }

async function run(
  { resource, action, viewer }: Work,
  record: AnyRecord,
  set: Asked['set']
): Promise<Ran> {
  const checked = await validateForm(action.form ?? [], set, { resource, viewer })
  if (!checked.ok) {
    const errors = Object.entries(checked.errors ?? {})
    return refused(
      'invalid',
      errors.map(([field, said]) => `${field}: ${viewer.word(said, said)}`)
    )
  }
  const result = await action.run({ record, values: checked.values, viewer })
  const said = viewer.t(result.ok ? result.notice : result.reason, result.values)
  return result.ok ? { ok: true, said, result } : refused('refused', [said])
}

const refused = (reason: RunRefusal, details: string[] = []): Ran => ({
  ok: false,
  reason,
  details,
})

/** A foreign id is a 404, as it is in the panel; anything else is a fault. */
function isMissing(error: unknown): null {
  if ((error as { code?: string }).code === 'E_NO_SUCH_RECORD') return null
  throw error
}
