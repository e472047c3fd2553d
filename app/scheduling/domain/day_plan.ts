import type { RequiredPlaces, ResourceUnits } from '#app/scheduling/domain/calendar_terms'
import {
  hoursOfSeat,
  hoursOn,
  hoursOwner,
  seatsAt,
  type HoursOwner,
  type OpenRange,
  type OpeningBook,
} from '#app/scheduling/domain/opening_hours'
import { weekdayOf } from '#app/scheduling/domain/local_date'

/** Seats that follow the same hours share them: most resources of a location do. */
export interface SeatHours {
  readonly owner: HoursOwner
  readonly seat: number
}

/** One local day before it is put on the clock of the world; all in local minutes. */
export interface DayPlan {
  /** the grid: starts of the service, ascending */
  readonly starts: readonly number[]
  /** per SeatHours: `[from, to, …]` */
  readonly hours: readonly (readonly number[])[]
}

export interface PlanInput {
  readonly book: OpeningBook
  readonly stepMinutes: number
  readonly resources: ReadonlyMap<number, ResourceUnits>
  readonly requirements: readonly RequiredPlaces[]
  readonly seatHours: readonly SeatHours[]
}

/** Plans by day, computed once for all days with the same weekday and the same valid rules. */
export function dayPlans(input: PlanInput): (day: number) => DayPlan {
  const exceptions = [...input.book.exceptions.values()].flat()
  const boundaries = [...input.book.rules.values()]
    .flat()
    .flatMap(({ validFrom, validTo }) => [
      ...(validFrom === null ? [] : [validFrom]),
      ...(validTo === null ? [] : [validTo + 1]),
    ])
  const plans = new Map<number, DayPlan>()
  return (day) => {
    if (exceptions.some(({ fromDay, toDay }) => fromDay <= day && day <= toDay)) {
      return planDay(input, day)
    }
    let era = 0
    for (const boundary of boundaries) if (boundary <= day) era++
    const key = era * 8 + weekdayOf(day)
    const plan = plans.get(key) ?? planDay(input, day)
    plans.set(key, plan)
    return plan
  }
}

function planDay(input: PlanInput, day: number): DayPlan {
  const byOwner = new Map<HoursOwner, OpenRange[]>()
  for (const { owner } of input.seatHours) {
    if (!byOwner.has(owner)) byOwner.set(owner, hoursOn(input.book, owner, day))
  }
  return {
    starts: gridOf(serviceHours(input, byOwner), input.stepMinutes),
    hours: input.seatHours.map(({ owner, seat }) => hoursOfSeat(byOwner.get(owner) ?? [], seat)),
  }
}

/** A service is open where each requirement has `need` open places. */
function serviceHours(
  input: PlanInput,
  byOwner: ReadonlyMap<HoursOwner, readonly OpenRange[]>
): number[] {
  const edges = [...byOwner.values()].flat().flatMap(({ from, to }) => [from, to])
  const minutes = [...new Set(edges)].sort((a, b) => a - b)
  const hours: number[] = []
  for (let i = 0; i + 1 < minutes.length; i++) {
    if (!input.requirements.every((required) => isOpen(input, byOwner, required, minutes[i]))) {
      continue
    }
    if (hours[hours.length - 1] === minutes[i]) hours[hours.length - 1] = minutes[i + 1]
    else hours.push(minutes[i], minutes[i + 1])
  }
  return hours
}

function isOpen(
  input: PlanInput,
  byOwner: ReadonlyMap<HoursOwner, readonly OpenRange[]>,
  required: RequiredPlaces,
  minute: number
): boolean {
  let open = 0
  for (const id of required.resourceIds) {
    const resource = input.resources.get(id)
    if (!resource) continue
    const ranges = byOwner.get(hoursOwner(input.book, id)) ?? []
    open += Math.min(resource.units, seatsAt(ranges, minute))
    if (open >= required.need) return true
  }
  return false
}

function gridOf(hours: readonly number[], step: number): number[] {
  const starts: number[] = []
  for (let i = 0; i < hours.length; i += 2) {
    for (let start = hours[i]; start < hours[i + 1]; start += step) starts.push(start)
  }
  return starts
}
