import { rows, type Trx } from '#core/platform'
import type { LineSituation } from '#plugins/queue-caller/domain/queue_order'
import type { Line } from '#plugins/queue-caller/models/line'

type Asked = { lines: readonly Line[]; day: string }

/**
 * Takes the rows of these lines and this day until the transaction ends, in the order of their
 * ids: calls take turns, so that each finds the situation that the one before left.
 */
export async function takeTurns(
  trx: Trx,
  { lines, day }: Asked
): Promise<Map<number, LineSituation>> {
  if (lines.length === 0) return new Map()
  const ids = lines.map(({ id }) => id).sort((a, b) => a - b)
  const found = await rows<{ line_id: number; in_a_row: number }>(
    trx,
    `insert into queue_caller_days (line_id, day, issued, in_a_row) values ${ids.map(() => '(?, ?, 0, 0)').join(', ')}
     on conflict (line_id, day) do update set in_a_row = queue_caller_days.in_a_row
     returning line_id, in_a_row`,
    ids.flatMap((id) => [id, day])
  )
  const inARow = new Map(found.map((row) => [row.line_id, row.in_a_row]))
  return new Map(
    lines.map(({ id, mostInARow, longestWaitMinutes }) => {
      return [id, { inARow: inARow.get(id)!, mostInARow, longestWaitMinutes }]
    })
  )
}

export async function keepInARow(
  trx: Trx,
  { lineId, day, inARow }: { lineId: number; day: string; inARow: number }
): Promise<void> {
  const update =
    'update queue_caller_days set in_a_row = ? where line_id = ? and day = ? returning 1'
  await rows(trx, update, [inARow, lineId, day])
}
