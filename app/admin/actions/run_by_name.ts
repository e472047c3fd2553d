import { User, normalEmail } from '#core/accounts'
import { activeOwners, type Result } from '#core/platform'
import { runToTheEnd, type Watch } from '#app/admin/actions/run_to_the_end'
import { runOnPage, runOnRecord } from '#app/admin/actions/run_action'
import type { Many, Values, Viewer } from '#app/admin/definition'
import { readSelection } from '#app/admin/domain/selection'
import type { ActionRun } from '#app/admin/models/action_run'
import { refusalOf } from '#app/admin/queries/action_preview'
import {
  isOffered,
  isOn,
  mayDo,
  namedActions,
  type RecordAction,
} from '#app/admin/queries/named_actions'
import { recordOf } from '#app/admin/queries/records'
import type { WrittenResult } from '#app/admin/sent_download'
import { validateForm } from '#app/admin/validate_form'
import { viewerFor } from '#app/admin/viewer'

type Asked = {
  /** `booking.appointments.cancel` */
  name: string
  /** Of the records; an action of a list or a page has none. */
  ids?: readonly string[]
  /** E-mail address of the member of staff in whose name it is done. */
  as: string
  /** Fields of the action's form, as they would be typed. */
  set: Record<string, string | string[]>
  /** Hears how far a run over many records is, as long as it lasts. */
  watch?: Watch
}

export type RunRefusal =
  | 'unknown_action'
  | 'unknown_person'
  | 'forbidden'
  | 'unknown_record'
  | 'one_at_a_time'
  | 'refused'
  | 'invalid'

/** Over many records it is a run, which is over. */
export type Came = { result: WrittenResult & { ok: true } } | { run: ActionRun }

type Ran = Result<{ came: Came; viewer: Viewer }, RunRefusal> & { details?: string[] }

/**
 * An action outside the panel, bound by everything that binds the panel: the person's permission
 * and scope, whether the record allows it, the validation of its form, its line in the trail.
 */
export async function runByName({ name, ids = [], as, set, watch }: Asked): Promise<Ran> {
  const named = namedActions().find((candidate) => candidate.name === name)
  if (!named || !isOn(named, await activeOwners())) return refused('unknown_action')
  const person = { email: normalEmail(as), kind: 'staff' as const }
  const user = await User.query().where(person).whereNull('disabledAt').first()
  if (!user) return refused('unknown_person')
  const viewer = await viewerFor(user)
  const may = 'home' in named ? viewer.can(named.action.permission) : mayDo(named, viewer)
  if (!may) return refused('forbidden')
  const resource = 'home' in named ? named.home : named.words
  const checked = await validateForm(named.action.form ?? [], set, { resource, viewer })
  if (!checked.ok) return refused('invalid', linesOf(checked.errors ?? {}, viewer))
  const asked = { values: checked.values, viewer, watch }
  if ('home' in named) return cameOf(await runOnPage(named, asked), asked)
  return ids.length > 1 ? onMany(named, ids, asked) : onOne(named, ids[0], asked)
}

const linesOf = (said: Record<string, string>, viewer: Viewer) =>
  Object.entries(said).map(([name, word]) => `${name}: ${viewer.word(word, word)}`)

type Checked = { values: Values; viewer: Viewer; watch?: Watch }

async function onOne(named: RecordAction, id: string, asked: Checked): Promise<Ran> {
  const { viewer } = asked
  const record = await recordOf(named.resource, id, { viewer }).catch(isMissing)
  if (!record) return refused('unknown_record')
  const refusal = refusalOf(named.action, record)
  if (refusal) return refused('refused', [viewer.word(refusal, refusal)])
  return cameOf(await runOnRecord(named, { ...asked, id: record.id }), asked)
}

async function onMany(
  { name, action }: RecordAction,
  given: readonly string[],
  asked: Checked
): Promise<Ran> {
  if (!isOffered(action, 'bulk')) return refused('one_at_a_time')
  const selection = readSelection({ ids: given.join(',') })
  const ids = selection.all ? [] : selection.ids
  if (ids.length < new Set(given).size) return refused('unknown_record')
  return carryOut({ action: name, ids }, asked)
}

async function cameOf(result: WrittenResult, asked: Checked): Promise<Ran> {
  const { viewer } = asked
  const { values, detail } = result
  if (!result.ok) {
    return refused('refused', [viewer.t(result.reason, values), ...(detail ? [detail] : [])])
  }
  if (result.many) return carryOut(result.many, { ...asked, values: {} })
  return { ok: true, came: { result }, viewer }
}

async function carryOut(many: Many, asked: Checked): Promise<Ran> {
  const { viewer } = asked
  const run = await runToTheEnd(many, asked)
  if (run.state === 'done' && run.done === 0 && run.refused.length > 0) {
    return refused('refused', linesOf(Object.fromEntries(run.refused), viewer))
  }
  return { ok: true, came: { run }, viewer }
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
