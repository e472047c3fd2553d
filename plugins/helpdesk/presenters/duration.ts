import type { Viewer } from '#core/admin'

/** "3 h 30 min" of business time; anything is a minute at least. */
export function durationWords(seconds: number, { t }: Pick<Viewer, 't'>): string {
  const all = Math.max(seconds > 0 ? 1 : 0, Math.round(seconds / 60))
  const [hours, minutes] = [Math.floor(all / 60), all % 60]
  if (hours === 0) return t('helpdesk.deadlines.duration.minutes', { minutes })
  if (minutes === 0) return t('helpdesk.deadlines.duration.hours', { hours })
  return t('helpdesk.deadlines.duration.both', { hours, minutes })
}
