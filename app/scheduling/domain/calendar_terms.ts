/**
 * The terms of docs/domain/availability.md as plain values. Days are day
 * numbers (days since 1970-01-01), local times are minutes since midnight,
 * instants inside the sweep are whole minutes since the epoch.
 */

/** `public` = customers, `staff` = the desk, which may use internal seats too. */
export type Audience = 'public' | 'staff'

/** A resource as the sweep needs it; `units` identical ones are seats 0 … units-1. */
export interface ResourceUnits {
  readonly id: number
  readonly units: number
}

/** "k of these": `need` places out of the resources named. */
export interface RequiredPlaces {
  readonly need: number
  readonly resourceIds: readonly number[]
}

/** `resourceId: null` is a rule of the location. `publicSeats: null` is all units. */
export interface OpeningHours {
  readonly resourceId: number | null
  /** 1 = Monday … 7 = Sunday */
  readonly weekdays: readonly number[]
  readonly from: number
  readonly to: number
  /** first and last day, inclusive */
  readonly validFrom: number | null
  readonly validTo: number | null
  readonly publicSeats: number | null
  readonly internalSeats: number
}

/** A dated exception: closed, or other hours, on every day from `fromDay` to `toDay`. */
export interface DatedException {
  readonly resourceId: number | null
  readonly fromDay: number
  readonly toDay: number
  readonly closed: boolean
  readonly from: number
  readonly to: number
  readonly publicSeats: number | null
  readonly internalSeats: number
}

/** What of a service matters for its times; all in minutes but horizon (days) and capacity (people). */
export interface ServiceTimes {
  readonly durationMinutes: number
  readonly stepMinutes: number
  readonly bufferBeforeMinutes: number
  readonly bufferAfterMinutes: number
  readonly minNoticeMinutes: number
  readonly horizonDays: number
  readonly capacity: number
}

/** What the rules say about one service at one location. */
export interface ServiceSetup {
  readonly resources: readonly ResourceUnits[]
  readonly requirements: readonly RequiredPlaces[]
  readonly rules: readonly OpeningHours[]
  readonly exceptions: readonly DatedException[]
}

/** Why a time cannot be had. */
export type ReserveRefusal =
  'slot_taken' | 'outside_hours' | 'too_soon' | 'beyond_horizon' | 'service_closed'
