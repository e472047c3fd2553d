import vine from '@vinejs/vine'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { Field, Values, Viewer } from '#core/admin'
import type { Trx } from '#core/platform'
import { PRIORITIES, type Priority } from '#plugins/helpdesk/domain/priority'
import type { ServiceLevel } from '#plugins/helpdesk/models/service_level'
import { ServiceTarget } from '#plugins/helpdesk/models/service_target'

/** A year of the longest days. */
const MOST_MINUTES = 366 * 24 * 60

type Minutes = { firstAnswerMinutes?: number | null; solutionMinutes?: number | null }
/** By priority, `p1` to `p5`; what is left out, or empty, is not promised. */
type Targets = Readonly<Record<string, Minutes | null>>

const minutes = () => vine.number().withoutDecimals().range([1, MOST_MINUTES]).nullable().optional()

const promised = () =>
  vine.object({ firstAnswerMinutes: minutes(), solutionMinutes: minutes() }).nullable().optional()

/** How soon is promised: a line for each priority, in minutes of business time. */
export const targetsField: Field = {
  name: 'targets',
  kind: 'custom',
  view: 'helpdesk::admin/targets',
  hint: true,
  schema: () =>
    vine
      .object(Object.fromEntries(PRIORITIES.map((priority) => [`p${priority}`, promised()])))
      .nullable()
      .optional(),
  data: async (_, value) => ({
    lines: PRIORITIES.map((priority) => ({ priority, ...lineOf(value, priority) })),
  }),
  words: targetWords,
}

/** Named with a letter: numbers alone would arrive as a list. */
const lineOf = (value: unknown, priority: Priority): Minutes =>
  ((value ?? {}) as Targets)[`p${priority}`] ?? {}

async function targetWords({ t }: Viewer, value: unknown): Promise<string> {
  const said = (what: string, time: number | null | undefined) =>
    time ? [t(`helpdesk.admin.service_levels.promised.${what}`, { time: duration(time, t) })] : []
  const lines = PRIORITIES.flatMap((priority) => {
    const { firstAnswerMinutes, solutionMinutes } = lineOf(value, priority)
    const both = [...said('first_answer', firstAnswerMinutes), ...said('solution', solutionMinutes)]
    const name = t('helpdesk.admin.service_levels.priority', { priority })
    return both.length > 0 ? [`${name}: ${both.join(', ')}`] : []
  })
  return lines.join('\n')
}

/** "14 h", "1 h 30 min" */
function duration(all: number, t: Viewer['t']): string {
  const [hours, rest] = [Math.floor(all / 60), all % 60]
  return [
    ...(hours > 0 ? [t('helpdesk.admin.service_levels.hours', { hours })] : []),
    ...(rest > 0 ? [t('helpdesk.admin.service_levels.minutes', { minutes: rest })] : []),
  ].join(' ')
}

export async function readTargets(
  { id }: ServiceLevel,
  client: QueryClientContract
): Promise<Values> {
  const stored = await ServiceTarget.query({ client })
    .where('serviceLevelId', id)
    .orderBy('priority')
  const targets = stored.map(({ priority, firstAnswerMinutes, solutionMinutes }) => {
    return [`p${priority}`, { firstAnswerMinutes, solutionMinutes }] as const
  })
  return { targets: Object.fromEntries(targets) }
}

export async function storeTargets({ id }: ServiceLevel, values: Values, trx: Trx): Promise<void> {
  await ServiceTarget.query({ client: trx }).where('serviceLevelId', id).delete()
  const rows = PRIORITIES.map((priority) => {
    const { firstAnswerMinutes = null, solutionMinutes = null } = lineOf(values.targets, priority)
    return { serviceLevelId: id, priority, firstAnswerMinutes, solutionMinutes }
  })
  const promises = rows.filter((row) => row.firstAnswerMinutes || row.solutionMinutes)
  await ServiceTarget.createMany(promises, { client: trx })
}
