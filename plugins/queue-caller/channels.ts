import { can, mayVisit, type User } from '#core/accounts'
import type { Device } from '#core/devices'
import { defineChannel, type ChannelDefinition, type ChannelParams } from '#core/live'
import { Location } from '#core/organisation'
import { keptRows } from '#core/platform'
import { BOARD_CHANNEL } from '#plugins/queue-caller/actions/queue_changed'
import { TICKET_CHANNEL } from '#plugins/queue-caller/actions/take_step'
import { KIOSK } from '#plugins/queue-caller/devices'
import { SCREEN_DEVICE } from '#plugins/queue-caller/domain/screen_presets'
import { Screen } from '#plugins/queue-caller/models/screen'
import { CALLS_CHANNEL, callsNow } from '#plugins/queue-caller/queries/calls_now'
import { ticketToday } from '#plugins/queue-caller/queries/ticket_place'

const maySeeQueue = async (user: User | null, { location }: ChannelParams) =>
  user !== null &&
  (await can(user, 'queue-caller.view')) &&
  (await mayVisit(user, Number(location)))

/** Where the screen stands that it shows, not where it once was paired. */
async function standsAt(device: Device | null, { location }: ChannelParams): Promise<boolean> {
  if (device?.kind !== SCREEN_DEVICE) return false
  const screen = (await keptRows(Screen)).find(({ id }) => id === device.subjectId)
  return screen?.locationId === Number(location)
}

const isKioskAt = (device: Device | null, { location }: ChannelParams) =>
  device?.kind === KIOSK && device.locationId === Number(location)

async function calls({ location: id }: ChannelParams) {
  const location = (await keptRows(Location)).find((one) => String(one.id) === id)
  return location ? callsNow(location) : null
}

export const channels: ChannelDefinition[] = [
  // Staff, and kiosks that stand there, follow the queue of a location; the page is fetched again.
  defineChannel({
    id: BOARD_CHANNEL,
    authorise: async (user, params, device) =>
      isKioskAt(device, params) || maySeeQueue(user, params),
    state: () => null,
  }),
  defineChannel({
    id: CALLS_CHANNEL,
    authorise: async (user, params, device) =>
      (await standsAt(device, params)) || maySeeQueue(user, params),
    state: calls,
  }),
  // Who has the secret of a ticket follows it for as long as it counts.
  defineChannel({
    id: TICKET_CHANNEL,
    authorise: async (_user, { ticket }) => (await ticketToday(ticket ?? '')) !== null,
    state: () => null,
  }),
]
