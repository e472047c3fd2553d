import type { ActionResult, PageAction, Viewer } from '#core/admin'
import { PublishIntake } from '#plugins/helpdesk/actions/publish_intake'
import { intakeProblemWords } from '#plugins/helpdesk/presenters/intake_problems'
import { intakeDraft } from '#plugins/helpdesk/queries/intake_draft'

const said = (word: string) => `helpdesk.intake.said.${word}`

/** More would fill the page; the menu's own page shows all. */
const MOST = 10

/** Gives customers the menu as it stands now. */
export const publish: PageAction = {
  id: 'publish',
  permission: 'helpdesk.set_up',
  icon: 'upload',
  confirm: true,
  async run({ viewer }): Promise<ActionResult> {
    const done = await new PublishIntake().handle({ by: viewer.actor })
    if (done.ok) return { ok: true, notice: said('published'), values: { number: done.number } }
    if (done.reason !== 'not_whole') return { ok: false, reason: said(done.reason) }
    return refused(done.problems, viewer)
  },
}

async function refused(
  problems: Parameters<typeof intakeProblemWords>[0],
  viewer: Viewer
): Promise<ActionResult> {
  const words = intakeProblemWords(problems, await intakeDraft(), viewer)
  const told = words.slice(0, MOST).map(({ text }) => text)
  return { ok: false, reason: said('not_whole'), values: { problems: told.join(' ') } }
}
