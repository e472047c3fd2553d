const DAY = 86_400_000

/** Until when a manage link works: a month after the appointment's end (epoch milliseconds). */
export const linkLife = (endsAt: number): number => endsAt + 30 * DAY
