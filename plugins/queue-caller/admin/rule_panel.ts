import type { Panel } from '#core/admin'
import type { Line } from '#plugins/queue-caller/models/line'

const RULE = 'queue-caller.admin.lines.rule'

/** Q3: who is called next, in the words that the public may read, with the figures of the line. */
export const rulePanel: Panel<Line> = {
  id: 'rule',
  view: 'queue_caller::admin/rule',
  data: async (line, { t }) => ({
    order: t(`${RULE}.order`, { row: line.mostInARow, wait: line.longestWaitMinutes }),
    recall: t(`${RULE}.recall`, { calls: line.extraCalls, interval: line.intervalMinutes }),
  }),
}
