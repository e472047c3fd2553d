import { afterFetch, afterFind } from '@adonisjs/lucid/orm'
import { OpeningRule } from '#app/scheduling/models/opening_rule'

type Hours = { opens: string; closes: string }

/** What rules of one plan have in common. */
const KEY = [
  'locationId',
  'resourceId',
  'validFrom',
  'validTo',
  'publicSeats',
  'internalSeats',
] as const

export type PlanKey = Pick<OpeningRule, (typeof KEY)[number]>

const keyOf = (rule: PlanKey) => KEY.map((name) => String(rule[name] ?? '')).join(' ')

/** Whether two rules are edited together: the same place, period and seats. */
export const isSamePlan = (one: PlanKey, other: PlanKey): boolean => keyOf(one) === keyOf(other)

/**
 * The weekly hours of a place in a period, as people edit them: the first of several rules, with
 * the hours of all of them.
 */
export class OpeningPlan extends OpeningRule {
  static override table = 'scheduling_opening_rules'

  /** By day, 1 = Monday … 7 = Sunday; in order of time. */
  declare hours: Record<number, Hours[]>

  @afterFind()
  static async readHours(plan: OpeningPlan) {
    await OpeningPlan.readAllHours([plan])
  }

  /** One statement for all plans of a page. */
  @afterFetch()
  static async readAllHours(plans: OpeningPlan[]) {
    const [first] = plans
    const locationIds = [...new Set(plans.map(({ locationId }) => locationId))]
    const rules = await OpeningRule.query({ client: first?.$trx })
      .whereIn('locationId', locationIds)
      .orderBy('opens')
    for (const plan of plans) {
      plan.hours = weekOf(rules.filter((rule) => isSamePlan(rule, plan)))
    }
  }
}

function weekOf(rules: readonly OpeningRule[]): OpeningPlan['hours'] {
  const week: OpeningPlan['hours'] = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] }
  for (const { weekdays, opens, closes } of rules) {
    for (const day of weekdays) week[day].push({ opens, closes })
  }
  return week
}
