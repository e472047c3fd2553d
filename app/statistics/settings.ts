import { booleanSetting } from '#core/settings'

/** Whether visits are counted, of those who agree; as long as it is off, nobody is asked. */
export const countVisits = booleanSetting('statistics.count_visits', { default: false })
