import type { Person } from '#plugins/queue-caller/database/demo/past_ticket'

const MINUTE = 60_000
/** The last ones come so long before closing. */
const LAST = 15 * MINUTE

type Crowd = {
  random: () => number
  opens: number
  closes: number
  count: number
  lines: readonly { readonly id: number; readonly share: number }[]
}

/** Who comes on a day: most in the first half, a few of them impatient, absent or in the wrong line. */
export function crowd({ random, opens, closes, count, lines }: Crowd): Person[] {
  return Array.from({ length: count }, (): Person => {
    const lineId = lineOf(lines, random())
    const others = lines.filter(({ id }) => id !== lineId)
    return {
      comesAt: opens + random() ** 1.25 * (closes - opens - LAST),
      lineId,
      missed: missedCalls(random()),
      patience: random() < 0.12 ? (8 + random() * 20) * MINUTE : Infinity,
      belongsTo: random() < 0.05 ? others[Math.floor(random() * others.length)].id : null,
      talk: talkTime(random),
    }
  })
}

function lineOf(lines: Crowd['lines'], part: number): number {
  let sum = 0
  return (lines.find(({ share }) => (sum += share) > part) ?? lines.at(-1)!).id
}

/** Most come at once, some to a later call, a few never. */
function missedCalls(part: number): number {
  if (part < 0.03) return Infinity
  return part < 0.08 ? 1 : 0
}

/** Durations as they are at counters: many short ones, a few that take three times as long. */
function talkTime(random: () => number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return Math.max(0.15, Math.exp(normal * 0.45 - 0.1))
}
