import { resource, type AnyResource } from '#core/admin'
import { calendarChanged } from '#plugins/helpdesk/actions/recompute_targets'
import { calendars } from '#plugins/helpdesk/admin/calendars'
import { readTargets, storeTargets, targetsField } from '#plugins/helpdesk/admin/level_targets'
import { removeUnlessUsed } from '#plugins/helpdesk/admin/remove_used'
import { SET_UP } from '#plugins/helpdesk/admin/rights'
import { ServiceLevel } from '#plugins/helpdesk/models/service_level'

/** How soon is promised, and in whose hours. */
export const serviceLevels: AnyResource = resource({
  id: 'helpdesk.service_levels',
  model: ServiceLevel,
  permission: SET_UP,
  icon: 'gauge',
  label: ({ name }) => name,
  list: {
    columns: [
      { name: 'name', sort: true, strong: true },
      { name: 'calendarId', to: () => calendars },
    ],
    search: ['name'],
    filters: [{ name: 'calendarId', kind: 'relation', to: () => calendars }],
    defaultSort: 'name',
  },
  form: {
    fields: [
      { name: 'name', kind: 'text', max: 80, unique: true, required: true, width: 'm' },
      { name: 'calendarId', kind: 'relation', to: () => calendars, required: true, hint: true },
      targetsField,
    ],
    read: readTargets,
    store: async (level, values, { trx }) => {
      await storeTargets(level, values, trx)
      await calendarChanged(trx, level.calendarId)
    },
  },
  actions: [removeUnlessUsed('serviceLevelId', () => serviceLevels)],
})
