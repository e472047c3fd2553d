import { definePlugin } from '#core/platform'
import { admin } from '#plugins/queue-caller/admin/contribution'
import { customerCard } from '#plugins/queue-caller/admin/customer_card'
import { channels } from '#plugins/queue-caller/channels'
import { queueDemo } from '#plugins/queue-caller/database/demo'
import { devices } from '#plugins/queue-caller/devices'
import { KeepCalling } from '#plugins/queue-caller/jobs/keep_calling'
import { TendQueues, tendQueuesEveryMinute } from '#plugins/queue-caller/jobs/tend_queues'
import { listeners } from '#plugins/queue-caller/listeners/appointments'
import privacy from '#plugins/queue-caller/privacy'
import { waitingPeople } from '#plugins/queue-caller/queries/waiting_people'
import { routes } from '#plugins/queue-caller/routes'

/** Walk-ins and appointments in one fair queue, called on every screen at once. */
export default definePlugin({
  id: 'queue-caller',
  version: '0.1.0',
  platform: '^0.1.0',
  icon: 'users',
  mount: 'queue',
  permissions: [
    { id: 'queue-caller.view', roles: ['owner', 'manager', 'desk'] },
    { id: 'queue-caller.serve', roles: ['owner', 'manager', 'desk'] },
    { id: 'queue-caller.manage', roles: ['owner', 'manager'] },
  ],
  routes,
  admin,
  devices,
  customerCard,
  help: { title: 'queue-caller.help.title', text: 'queue-caller.help.text' },
  listens: listeners,
  jobs: [KeepCalling, TendQueues],
  schedules: [tendQueuesEveryMinute],
  channels,
  privacy,
  rests: async () => [{ text: 'queue-caller.rests.tickets', count: await waitingPeople() }],
  demo: queueDemo,
})
