import { type Client, keptAnswers, rows } from '#core/platform'
import type {
  DatedException,
  OpeningHours,
  ResourceUnits,
  ServiceSetup,
} from '#app/scheduling/domain/calendar_terms'
import { dayNumber, minuteOfDay } from '#app/scheduling/domain/local_date'
import type { ChangeCounts } from '#app/scheduling/queries/change_counts'

const kept = keptAnswers<ServiceSetup>(500)

interface Offer {
  readonly service: { readonly id: number }
  readonly location: { readonly id: number }
}

/** The rules of a service at a location as long as they stand, and those that follow after. */
export async function serviceSetup(
  client: Client,
  offer: Offer,
  { rules }: Pick<ChangeCounts, 'rules'>
): Promise<ServiceSetup> {
  const found = keptSetup(offer, rules)
  if (found) return found
  const setup = await readSetup(client, offer)
  kept.keep(questionOf(offer), String(rules), setup)
  return setup
}

/**
 * The same inside a transaction, which may have changed rules itself and may yet roll back: what
 * it reads is not kept.
 */
export async function serviceSetupIn(
  trx: Client,
  offer: Offer,
  { rules }: Pick<ChangeCounts, 'rules'>
): Promise<ServiceSetup> {
  return keptSetup(offer, rules) ?? readSetup(trx, offer)
}

const questionOf = ({ service, location }: Offer) => `${service.id} ${location.id}`

const keptSetup = (offer: Offer, rules: number) => kept.find(questionOf(offer), String(rules))

/** Three statements, whatever the number of resources. */
async function readSetup(client: Client, { service, location }: Offer): Promise<ServiceSetup> {
  const required = await requirementRows(client, service.id, location.id)
  return {
    ...requirementsOf(required),
    rules: await openingRules(client, location.id),
    exceptions: await openingExceptions(client, location.id),
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

async function openingExceptions(client: Client, locationId: number): Promise<DatedException[]> {
  const found = await rows<HoursRow & { from_day: string; to_day: string; closed: unknown }>(
    client,
    `select resource_id, opens, closes, public_seats, internal_seats, from_day, to_day, closed
     from scheduling_opening_exceptions where location_id = ?`,
    [locationId]
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
