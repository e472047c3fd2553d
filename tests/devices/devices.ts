import {
  defineDeviceKind,
  deviceOf,
  guardDevice,
  type Device,
  type DeviceSubject,
} from '#core/devices'
import { Location } from '#core/organisation'
import { clock, mountRoutes, registry, secretToken } from '#core/platform'
import { readCode } from '#app/devices/domain/pairing_code'
import { PairedDevice } from '#app/devices/models/paired_device'
import { collectRoutes } from '#app/platform/routes'
import { aLocation } from '#tests/scheduling/planner'
import { withModule } from '#tests/jobs/kit'
import { visitor } from '#tests/web/visitor'

const owner = 'testing_devices'

/** Addresses of the probes, which answer with the device that opened them. */
export const SCREEN_PAGE = '/device/probe/screen'
export const KIOSK_PAGE = '/device/probe/kiosk'

export const SCREEN = `${owner}.screen`
export const KIOSK = `${owner}.kiosk`

// The routes are fixed once the server listens; outside the tests there are no such devices.
const mounts = { site: '/', account: '/', staff: '/', device: '/device/probe' }
mountRoutes(
  collectRoutes(owner, mounts, ({ device }) => {
    const show = { name: 'screens.show', kind: SCREEN }
    device.get('/screen', (ctx) => ctx.response.send(deviceOf(ctx)), show)
    const ask = { name: 'kiosks.show', kind: KIOSK }
    device.get('/kiosk', (ctx) => ctx.response.send(deviceOf(ctx)), ask)
    const take = { name: 'kiosks.store', kind: KIOSK }
    device.post('/kiosk', (ctx) => ctx.response.send(deviceOf(ctx)), take)
  }),
  {
    site: async () => {},
    account: async () => {},
    staff: async () => {},
    device: (ctx, { kind }) => guardDevice(ctx, kind!),
  }
)

const titles = 'devices.admin.devices.title'

/** Kinds of devices for one test; without a list there is something to show for each location. */
export function withKinds(list?: DeviceSubject[]): () => void {
  const kind = { title: titles, subjects: async () => list ?? subjectsOfPlaces() }
  const devices = [
    defineDeviceKind({ ...kind, id: SCREEN, icon: 'monitor', start: `${owner}.screens.show` }),
    defineDeviceKind({ ...kind, id: KIOSK, icon: 'tablet', start: `${owner}.kiosks.show` }),
  ]
  return withModule(owner, { devices })
}

async function subjectsOfPlaces(): Promise<DeviceSubject[]> {
  const places = await Location.all()
  return places.map(({ id, name }) => ({ id, name, locationId: id }))
}

/** The plugin whose devices these are is switched off, until the test is over. */
export function withoutTheirPlugin(): () => void {
  const plugin = { id: owner }
  registry.plugins.push(plugin)
  return () => void registry.plugins.splice(registry.plugins.indexOf(plugin), 1)
}

type Wanted = Partial<Pick<Device, 'kind' | 'subjectId' | 'locationId' | 'name'>>

export type Paired = {
  device: PairedDevice
  /** The secret in its cookie. */
  token: string
  /** For the header `cookie` of its requests. */
  cookie: string
}

/** A device that staff have paired, with the cookie that it sends. */
export async function aPairedDevice(wanted: Wanted = {}): Promise<Paired> {
  const { plain, hash } = secretToken()
  const device = await PairedDevice.create({
    kind: wanted.kind ?? SCREEN,
    subjectId: wanted.subjectId ?? 1,
    locationId: wanted.locationId ?? (await aLocation()).id,
    name: wanted.name ?? 'Screen at the door',
    tokenHash: hash,
    cookieSentAt: clock.now(),
    lastSeenAt: clock.now(),
  })
  return { device, token: plain, cookie: cookieOf(plain) }
}

/** A browser that has begun to pair and shows its code. */
export async function aWaitingDevice() {
  const client = visitor()
  const begun = await client.submit((await client.get('/device')).form('/device/pairings'))
  const page = await client.follow(begun)
  const code = readCode(/[A-Z\d]{4}-[A-Z\d]{4}/.exec(page.text)![0])!
  return { client, page, code, token: client.cookie('sportello_device')! }
}

export const cookieOf = (token: string): string => `sportello_device=${token}`
