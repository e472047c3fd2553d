/** Local times of a day, `09:00` to at most `24:00`. */
type Hours = { readonly opens: string; readonly closes: string }

const TYPED = /^(\d{1,2})(?:[:.](\d{2}))?$/

/** "9" and "9.30" are times as well; anything else stays as it was typed. */
function clockTimeOf(typed: unknown): unknown {
  const [, hour, minute = '00'] = TYPED.exec(String(typed ?? '').trim()) ?? []
  return hour === undefined ? typed : `${hour.padStart(2, '0')}:${minute}`
}

type Typed = { opens?: unknown; closes?: unknown }

/** The lines of hours in which something stands, however the browser sent them. */
export function typedHours(sent: unknown): Typed[] {
  if (sent === null || typeof sent !== 'object') return []
  return Object.values(sent)
    .map((line: Typed | null) => ({ opens: line?.opens ?? '', closes: line?.closes ?? '' }))
    .filter(({ opens, closes }) => opens !== '' || closes !== '')
    .map(({ opens, closes }) => ({ opens: clockTimeOf(opens), closes: clockTimeOf(closes) }))
}

/** Each closes after it opens, and none begins before the one above it ends. */
export const areInOrder = (hours: readonly Hours[]): boolean =>
  hours.every(
    ({ opens, closes }, index) =>
      opens < closes && (index === 0 || hours[index - 1].closes <= opens)
  )
