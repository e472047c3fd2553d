import server from '@adonisjs/core/services/server'
import { defineModule } from '#core/platform'
import { Purge, purgeOften } from '#app/live/jobs/purge'
import { LiveServer } from '#app/live/live_server'
import privacy from '#app/live/privacy'
import { socketsPerAddress } from '#app/live/settings'

let live: LiveServer | null = null

export default defineModule({
  id: 'live',
  settings: [socketsPerAddress],
  jobs: [Purge],
  schedules: [purgeOften],
  privacy,
  async ready() {
    live = new LiveServer()
    await live.attach(server.getNodeServer()! as never)
  },
  /** Before the HTTP server closes, which waits for open sockets. */
  async terminating() {
    await live?.detach()
    live = null
  },
})
