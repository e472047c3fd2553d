// What the processes share that lay out records in the data of a migrated product and say what
// they made. Each is asked for with an IPC channel and ends by itself.
import { ignitor } from '../bin/ignitor.js'

/** Lays out in a running application, tells the parent, and ends. */
export async function layOut<T extends object>(make: () => Promise<T>): Promise<void> {
  const app = ignitor().createApp('console')
  await app.init()
  await app.boot()
  await app.start(async () => {
    const made = await make()
    await new Promise<void>((resolve, reject) => {
      process.send!(made, (error: Error | null) => (error ? reject(error) : resolve()))
    })
  })
  await app.terminate()
  process.disconnect()
}

/** Columns of what is booked: the first service at the first location. */
export async function firstOffer() {
  const { Location } = await import('#core/organisation')
  const { Service } = await import('#core/scheduling')
  const location = await Location.query().orderBy('id').firstOrFail()
  const service = await Service.query().orderBy('id').firstOrFail()
  return { service_id: service.id, location_id: location.id }
}

export const PASSWORD = 'copper violet lantern 9'

/** Somebody who signs in to look at what was laid out. */
export async function somebody(kind: 'staff' | 'customer', email: string, role: string | null) {
  const { createUser } = await import('#core/accounts')
  const { SYSTEM } = await import('#core/platform')
  const names = { firstName: 'Ada', lastName: 'Brandt', locale: 'en' as const }
  const made = await createUser({ kind, role, ...names, email, password: PASSWORD }, SYSTEM)
  if (!made.ok) throw new Error(made.reason)
  return made.user
}
