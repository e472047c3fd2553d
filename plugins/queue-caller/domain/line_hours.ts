/** Local times of a day, `09:00` to at most `24:00`. */
type Hours = { readonly opens: string; readonly closes: string }

/** Hours by weekday, 1 = Monday … 7 = Sunday. */
export type LineWeek = Readonly<Record<number, readonly Hours[]>>

/** What the location says of this moment; null where nobody wrote down its hours. */
export type PlaceNow = {
  readonly isOpen: boolean
  /** Closed all day by an exception, e.g. a public holiday. */
  readonly isClosedAllDay: boolean
} | null

type Moment = {
  /** 1 = Monday … 7 = Sunday */
  readonly weekday: number
  /** Local time, `09:00`. */
  readonly time: string
}

/**
 * Does a line give out tickets now? With hours of its own it follows them, except on days on
 * which the whole place is closed; without, those of the place; always where neither has any.
 */
export function isLineOpen(week: LineWeek | null, place: PlaceNow, { weekday, time }: Moment) {
  if (!week) return place?.isOpen ?? true
  if (place?.isClosedAllDay) return false
  return (week[weekday] ?? []).some(({ opens, closes }) => opens <= time && time < closes)
}
