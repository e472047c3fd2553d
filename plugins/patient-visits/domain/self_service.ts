import type { VisitState } from '#plugins/patient-visits/domain/visit_states'

const HOUR = 3_600_000

/** How far before its time a visit counts as cancelled late; for statistics alone. */
const LATE_HOURS = 24

/** What patients may do themselves with visits of one type. */
export interface SelfService {
  /** False: they see their visits, and change them through the unit. */
  readonly allowed: boolean
  /** Up to so many hours before its time. */
  readonly changeUntilHours: number
  readonly cancelUntilHours: number
  /** Changes of one visit by the patient; null: as many as they like. */
  readonly mostChanges: number | null
}

export interface OwnVisit {
  readonly state: VisitState
  /** epoch milliseconds */
  readonly startsAt: number
  /** So often the patient has changed its date already. */
  readonly changes: number
}

export type OwnRefusal =
  /** it was cancelled, refused, missed, or took place */
  | 'ended'
  /** its time has come, or the patient is there */
  | 'begun'
  /** the unit does this itself */
  | 'view_only'
  | 'too_late'

const TO_COME: readonly VisitState[] = ['requested', 'confirmed']
const THERE: readonly VisitState[] = ['arrived', 'in_room']

/** V4: nothing else ever keeps a patient from cancelling; null: they may. */
export function cancelRefusal(visit: OwnVisit, rules: SelfService, now: number): OwnRefusal | null {
  return refusal(visit, rules, { now, untilHours: rules.cancelUntilHours })
}

/** V3: null: they may choose another date. */
export function changeRefusal(
  visit: OwnVisit,
  rules: SelfService,
  now: number
): OwnRefusal | 'no_changes_left' | null {
  const refused = refusal(visit, rules, { now, untilHours: rules.changeUntilHours })
  if (refused) return refused
  const { mostChanges } = rules
  return mostChanges !== null && visit.changes >= mostChanges ? 'no_changes_left' : null
}

function refusal(
  { state, startsAt }: OwnVisit,
  { allowed }: SelfService,
  { now, untilHours }: { now: number; untilHours: number }
): OwnRefusal | null {
  if (THERE.includes(state)) return 'begun'
  if (!TO_COME.includes(state)) return 'ended'
  if (startsAt <= now) return 'begun'
  if (!allowed) return 'view_only'
  return startsAt - untilHours * HOUR < now ? 'too_late' : null
}

/** Staff change and cancel until it ends, whatever patients may do. */
export const staffMayChange = (
  { state, endsAt }: { state: VisitState; endsAt: number },
  now: number
): boolean => TO_COME.includes(state) && now < endsAt

/** Cancelled so late that hardly anybody else can take the time. */
export const isLate = ({ startsAt }: { startsAt: number }, cancelledAt: number): boolean =>
  startsAt - cancelledAt < LATE_HOURS * HOUR
