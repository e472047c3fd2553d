import type {
  DatedException,
  OpeningHours,
  ResourceUnits,
  ServiceSetup,
} from '#app/scheduling/domain/calendar_terms'
import { dayNumber, localDate, minuteOfDay } from '#app/scheduling/domain/local_date'
import { rows, type Client } from '#app/scheduling/queries/rows'

interface Window {
  readonly fromDay: number
  readonly toDay: number
}

/** Three statements, whatever the number of days and resources. */
export async function serviceSetup(
  client: Client,
  serviceId: number,
  locationId: number,
  window: Window
): Promise<ServiceSetup> {
  const required = await requirementRows(client, serviceId, locationId)
  return {
    ...requirementsOf(required),
    rules: await openingRules(client, locationId),
    exceptions: await openingExceptions(client, locationId, window),
  }
}

interface RequirementRow {
  requirement: number
  need: number
  id: number | null
  units: number | null
}

/** The left join keeps a requirement that nothing at this location can meet: it refuses all. */
function requirementRows(client: Client, serviceId: number, locationId: number) {
  return rows<RequirementRow>(
    client,
    `select r.id as requirement, r.need, x.id as id, x.units as units
     from scheduling_requirements r
     left join (scheduling_requirement_resources m
       join scheduling_resources x on x.id = m.resource_id and x.location_id = ? and x.active)
       on m.requirement_id = r.id
     where r.service_id = ? and exists (select 1 from scheduling_service_locations o
       where o.service_id = r.service_id and o.location_id = ?)
     order by r.position, r.id, x.position, x.id`,
    [locationId, serviceId, locationId]
  )
}

function requirementsOf(required: readonly RequirementRow[]) {
  const resources = new Map<number, ResourceUnits>()
  for (const { id, units } of required) {
    if (id !== null && units !== null) resources.set(id, { id, units })
  }
  const requirements = [...Map.groupBy(required, ({ requirement }) => requirement).values()].map(
    (members) => ({
      need: members[0].need,
      resourceIds: members.flatMap(({ id }) => (id === null ? [] : [id])),
    })
  )
  return { resources: [...resources.values()], requirements }
}

interface HoursRow {
  resource_id: number | null
  opens: string | null
  closes: string | null
  public_seats: number | null
  internal_seats: number
}

async function openingRules(client: Client, locationId: number): Promise<OpeningHours[]> {
  const found = await rows<
    HoursRow & { weekdays: string; valid_from: string | null; valid_to: string | null }
  >(
    client,
    `select resource_id, opens, closes, public_seats, internal_seats, weekdays, valid_from, valid_to
     from scheduling_opening_rules where location_id = ?`,
    [locationId]
  )
  return found.map((row) => ({
    ...hoursOf(row),
    weekdays: JSON.parse(row.weekdays) as number[],
    validFrom: row.valid_from === null ? null : dayNumber(row.valid_from),
    validTo: row.valid_to === null ? null : dayNumber(row.valid_to),
  }))
}

async function openingExceptions(
  client: Client,
  locationId: number,
  { fromDay, toDay }: Window
): Promise<DatedException[]> {
  const found = await rows<HoursRow & { from_day: string; to_day: string; closed: unknown }>(
    client,
    `select resource_id, opens, closes, public_seats, internal_seats, from_day, to_day, closed
     from scheduling_opening_exceptions where location_id = ? and to_day >= ? and from_day <= ?`,
    [locationId, localDate(fromDay), localDate(toDay)]
  )
  return found.map((row) => ({
    ...hoursOf(row),
    fromDay: dayNumber(row.from_day),
    toDay: dayNumber(row.to_day),
    closed: Boolean(row.closed),
  }))
}

function hoursOf(row: HoursRow) {
  return {
    resourceId: row.resource_id,
    from: minuteOfDay(row.opens ?? '00:00'),
    to: minuteOfDay(row.closes ?? '00:00'),
    publicSeats: row.public_seats,
    internalSeats: row.internal_seats,
  }
}
