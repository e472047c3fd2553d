import { hoursByDays, type FieldErrors, type Values, type Week } from '#core/admin'
import type { Trx } from '#core/platform'
import { followedByDays } from '#app/scheduling/admin/followed_by_days'
import { isSamePlan, type OpeningPlan, type PlanKey } from '#app/scheduling/models/opening_plan'
import { OpeningRule } from '#app/scheduling/models/opening_rule'

type Work = { trx: Trx }
type Checked = Work & { values: Values; record: OpeningPlan | null }

/** Two plans for the same place, period and seats would be one: the second is refused. */
export async function planIsNew({ values, record, trx }: Checked): Promise<FieldErrors> {
  const key = { ...keyOf((record ?? {}) as PlanKey), ...values } as PlanKey
  if (record && isSamePlan(record, key)) return {}
  const others = await rulesOf(key, trx)
  return others.length > 0 ? { locationId: 'scheduling.admin.errors.same_plan' } : {}
}

/** Takes the plan's other rules away while they are still known by what the plan was. */
export async function fillPlan(plan: OpeningPlan, values: Values, { trx }: Work): Promise<void> {
  await followedByDays.fill(plan, values, { trx })
  if (plan.$isPersisted) await removeOthers(plan.id, plan.$original as PlanKey, trx)
  const [first] = rulesIn(values)
  plan.merge(first)
}

/** Each further opening and closing time is a rule of its own. */
export async function storePlan(plan: OpeningPlan, values: Values, { trx }: Work): Promise<void> {
  const [, ...further] = rulesIn(values)
  for (const hours of further) {
    await OpeningRule.create({ ...keyOf(plan), ...hours }, { client: trx })
  }
  await followedByDays.store(plan, values, { trx })
}

export async function removePlan(plan: OpeningPlan, { trx }: Work): Promise<void> {
  await removeOthers(plan.id, plan, trx)
  await followedByDays.removed(plan, { trx })
}

const rulesIn = ({ hours }: Values) =>
  hoursByDays(hours as Week).map(({ days, hours: { opens, closes } }) => ({
    weekdays: days,
    opens,
    closes,
  }))

const keyOf = (plan: PlanKey): PlanKey => {
  const { locationId, resourceId, validFrom, validTo, publicSeats, internalSeats } = plan
  return { locationId, resourceId, validFrom, validTo, publicSeats, internalSeats }
}

async function rulesOf(key: PlanKey, trx: Trx): Promise<OpeningRule[]> {
  const there = await OpeningRule.query({ client: trx }).where('locationId', key.locationId)
  return there.filter((rule) => isSamePlan(rule, key))
}

async function removeOthers(id: number, key: PlanKey, trx: Trx): Promise<void> {
  const others = (await rulesOf(key, trx)).flatMap((rule) => (rule.id === id ? [] : [rule.id]))
  await OpeningRule.query({ client: trx }).whereIn('id', others).delete()
}
