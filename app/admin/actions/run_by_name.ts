import { User, normalEmail } from '#core/accounts'
import { isActive, randomId, type Result } from '#core/platform'
import { runOnPage, runOnRecord } from '#app/admin/actions/run_action'
import { startRun } from '#app/admin/actions/start_run'
import type { ActionResult, Viewer } from '#app/admin/definition'
import { refusalOf } from '#app/admin/queries/action_preview'
import { namedActions, type HomeAction, type RecordAction } from '#app/admin/queries/named_actions'
import { recordOf } from '#app/admin/queries/records'
import { validateForm } from '#app/admin/validate_form'
import { viewerFor } from '#app/admin/viewer'

type Asked = {
  /** `booking.appointments.cancel` */
  name: string
  /** Of the record; an action of a list or a page has none. */
  id?: string
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
  if (!named || !(await isActive(ownerOf(named)))) return refused('unknown_action')
  const person = { email: normalEmail(as), kind: 'staff' as const }
  const user = await User.query().where(person).whereNull('disabledAt').first()
  if (!user) return refused('unknown_person')
  const viewer = await viewerFor(user)
  if (!viewer.can(named.action.permission)) return refused('forbidden')
  if ('home' in named) return run(named, viewer, set)
  const record = await recordOf(named.resource, id, { viewer }).catch(isMissing)
  if (!record) return refused('unknown_record')
  const refusal = refusalOf(named.action, record)
  if (refusal) return refused('refused', [viewer.word(refusal, refusal)])
  return run({ ...named, id: record.id }, viewer, set)
}

const ownerOf = (named: RecordAction | HomeAction): string =>
  'home' in named ? named.home.owner : named.resource.owner

type Named = HomeAction | (RecordAction & { id: number })

async function run(named: Named, viewer: Viewer, set: Asked['set']): Promise<Ran> {
  const resource = 'home' in named ? named.home : named.resource
  const checked = await validateForm(named.action.form ?? [], set, { resource, viewer })
  if (!checked.ok) {
    const errors = Object.entries(checked.errors ?? {})
    return refused(
      'invalid',
      errors.map(([field, said]) => `${field}: ${viewer.word(said, said)}`)
    )
  }
  const asked = { values: checked.values, viewer }
  const result = await ('home' in named
    ? runOnPage(named, asked)
    : runOnRecord({ ...named, ...asked }))
  const said = viewer.t(result.ok ? result.notice : result.reason, result.values)
  if (!result.ok) return refused('refused', [said, ...(result.detail ? [result.detail] : [])])
  if (result.many) await startRun({ ...result.many, values: {}, key: randomId(), back: '' }, viewer)
  return { ok: true, said, result }
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
