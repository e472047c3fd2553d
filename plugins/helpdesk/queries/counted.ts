import db from '@adonisjs/lucid/services/db'
import type { Days } from '#core/admin'
import { rows } from '#core/platform'
import { dayBounds } from '#core/scheduling'
import type { Counted } from '#plugins/helpdesk/domain/figures'

/** Every offset from UTC is a multiple of it, so no local day begins within one. */
const QUARTER = 900_000

const OF = 't.team_id, t.need, t.assignee_id'

/** Each with `[from, to)` in its place of the two marks; `missing` ends now at the latest. */
const KINDS = {
  opened: `select 'opened' as what, ${OF}, t.created_at / ${QUARTER} as quarter, count(*) as count, 0 as total
    from helpdesk_tickets t where t.created_at >= ? and t.created_at < ?
    group by ${OF}, t.created_at / ${QUARTER}`,
  steps: `select case when e.deed in ('accepted', 'lapsed') then 'solved' when e.deed = 'rejected' then 'rejected' else 'reopened' end as what,
    ${OF}, 0 as quarter, count(*) as count, 0 as total
    from helpdesk_entries e join helpdesk_tickets t on t.id = e.ticket_id
    where e.created_at >= ? and e.created_at < ? and e.deed in ('accepted', 'lapsed', 'rejected', 'taken_back', 'reopened')
    group by e.deed, ${OF}`,
  met: `select x.kind || case when x.late_seconds is null then '_in_time' else '_late' end as what,
    ${OF}, 0 as quarter, count(*) as count, 0 as total
    from helpdesk_targets x join helpdesk_tickets t on t.id = x.ticket_id
    where x.met_at >= ? and x.met_at < ?
    group by x.kind, case when x.late_seconds is null then '_in_time' else '_late' end, ${OF}`,
  missing: `select x.kind || '_late' as what, ${OF}, 0 as quarter, count(*) as count, 0 as total
    from helpdesk_targets x join helpdesk_tickets t on t.id = x.ticket_id
    where x.met_at is null and x.due_at >= ? and x.due_at < ? group by x.kind, ${OF}`,
  rated: `select 'rated' as what, ${OF}, 0 as quarter, count(*) as count, sum(t.rating) as total
    from helpdesk_tickets t where t.rated_at >= ? and t.rated_at < ? group by ${OF}`,
}

type CountedRow = {
  period: number
  what: Counted['what']
  team_id: number
  need: string
  assignee_id: number | null
  quarter: number | string
  count: number | string
  total: number | string
}

type Place = { zone: string; now: number }

/** What happened in some ranges of days, in the order of the ranges; one statement. */
export async function countedIn(
  ranges: readonly Days[],
  { zone, now }: Place
): Promise<Counted[][]> {
  const bounds = ranges.map(({ from, to }) => [dayBounds(zone, from).from, dayBounds(zone, to).to])
  const parts = bounds.flatMap(([from, to], period) =>
    Object.entries(KINDS).map(([kind, sql]) => ({
      sql: sql.replace('select ', `select ${period} as period, `),
      bindings: [from, kind === 'missing' ? Math.min(to, now) : to],
    }))
  )
  const found = await rows<CountedRow>(
    db.connection(),
    parts.map(({ sql }) => sql).join(' union all '),
    parts.flatMap(({ bindings }) => bindings)
  )
  return ranges.map((_, period) => found.filter((row) => row.period === period).map(countedOf))
}

const countedOf = (row: CountedRow): Counted => ({
  ...{ what: row.what, teamId: row.team_id, need: row.need, agentId: row.assignee_id },
  ...{ at: Number(row.quarter) * QUARTER, count: Number(row.count), total: Number(row.total) },
})
