import { ignitor } from '../../bin/ignitor.js'
import type { Service } from '#core/scheduling'

/** One location with its resources and the one service on any of them; open every day. */
export type PlannerWish = {
  /** Slug of the location and of the service. */
  name: string
  resources?: number
  opens?: string
  closes?: string
  service?: Partial<Service>
}

export type LaidOut = Record<string, { service: number; location: number }>

const app = ignitor().createApp('console')
await app.init()
await app.boot()
await app.start(async () => {
  const { wishes } = JSON.parse(process.argv[2]) as { wishes: PlannerWish[] }
  const { aLocation, aResource, aService, isOpen } = await import('#tests/scheduling/planner')
  const laidOut: LaidOut = {}
  for (const { name, resources = 1, opens = '09:00', closes = '18:00', service } of wishes) {
    const location = await aLocation({ slug: name })
    const rooms = await Promise.all(Array.from({ length: resources }, () => aResource(location)))
    await isOpen(location, { opens, closes })
    const offered = await aService(location, [{ of: rooms }], { slug: name, ...service })
    laidOut[name] = { service: offered.id, location: location.id }
  }
  await new Promise<void>((resolve, reject) => {
    process.send!(laidOut, (error: Error | null) => (error ? reject(error) : resolve()))
  })
})
await app.terminate()
process.disconnect()
