const TYPED = /^(\d{1,2})(?:[:.h]?([0-5]\d)|h)?$/i

/**
 * A time of the day as people type it: `9`, `9.30`, `9h30` and `0930` are `09:30` or `09:00`. Null
 * when it is none. `24:00` is the end of a day.
 */
export function readClockTime(text: string): string | null {
  const [, hours, minutes = '00'] = TYPED.exec(text.trim()) ?? []
  if (hours === undefined) return null
  const time = `${hours.padStart(2, '0')}:${minutes}`
  return time <= '24:00' ? time : null
}
