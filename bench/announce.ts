// Another process that has something to tell: asked `{ locations }`, it changes what the screens
// of these places show and publishes it, as a call does.
import { ignitor } from '../bin/ignitor.js'

const app = ignitor().createApp('console')
await app.init()
await app.boot()
await app.start(async () => {
  const { publish } = await import('#core/live')
  const { transaction } = await import('#core/platform')
  const { CALLS_CHANNEL } = await import('#plugins/queue-caller/queries/calls_now')
  const { CounterSession } = await import('#plugins/queue-caller/models/counter_session')
  process.on('message', ({ locations }: { locations: number[] }) => {
    void transaction(async (trx) => {
      await CounterSession.query({ client: trx }).increment('opened_at', 1)
      for (const location of locations) await publish(trx, CALLS_CHANNEL, { location })
    }).then(() => process.send!({ told: locations.length }))
  })
  process.send!({ ready: true })
})
