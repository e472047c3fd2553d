import { clock, type Trx } from '#core/platform'
import { addForms } from '#plugins/helpdesk/database/demo/forms'
import {
  MENU,
  type DemoChoice,
  type DemoNeed,
  type DemoTeam,
} from '#plugins/helpdesk/database/demo/menu'
import type { Need } from '#plugins/helpdesk/domain/intake'
import { IntakeNode } from '#plugins/helpdesk/models/intake_node'
import { IntakeVersion } from '#plugins/helpdesk/models/intake_version'
import type { Team } from '#plugins/helpdesk/models/team'

type Decided = { teams: ReadonlyMap<DemoTeam, Team>; serviceLevelId: number }
type Place = Decided & { forms: ReadonlyMap<string, number> }

/** The guided menu, as a draft and as it is published. */
export async function addMenu(trx: Trx, decided: Decided) {
  const place = { ...decided, forms: await addForms(trx) }
  for (const [position, choice] of MENU.entries()) {
    const { key, label, question, needs } = choice
    const parent = await IntakeNode.create({ key, label, question, position }, { client: trx })
    const rows = needs.map((need, index) => ({
      ...{ key: need.key, label: need.label, hint: need.hint ?? null },
      ...{ parentId: parent.id, position: index, isNeed: true, ...whatFollows(need, place) },
    }))
    await IntakeNode.createMany(rows, { client: trx })
  }
  const tree = { children: MENU.map((choice) => published(choice, place)) }
  const version = await IntakeVersion.create(
    { number: 1, tree, publishedById: null, createdAt: clock.now() },
    { client: trx }
  )
  const needs = MENU.flatMap((choice) => choice.needs)
  return {
    versionId: version.id,
    needs: new Map(needs.map((need) => [need.key, whatFollows(need, place)])),
  }
}

const whatFollows = (
  { key, kind, impact, team }: DemoNeed,
  { teams, serviceLevelId, forms }: Place
): Need => ({
  ...{ kind, impact, teamId: teams.get(team)!.id, serviceLevelId },
  formId: forms.get(key) ?? null,
})

const published = ({ key, label, question, needs }: DemoChoice, place: Place) => ({
  ...{ key, label, hint: null, question, need: null },
  children: needs.map((need) => ({
    ...{ key: need.key, label: need.label, hint: need.hint ?? null, question: null },
    ...{ children: [], need: whatFollows(need, place) },
  })),
})
