import type { AdminContribution } from '#core/admin'
import { counters } from '#plugins/queue-caller/admin/counters'
import { kiosks } from '#plugins/queue-caller/admin/kiosks'
import { lines } from '#plugins/queue-caller/admin/lines'
import { screens } from '#plugins/queue-caller/admin/screens'

export const admin: AdminContribution = {
  resources: [lines, counters, screens, kiosks],
}
