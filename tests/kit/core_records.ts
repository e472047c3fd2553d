import db from '@adonisjs/lucid/services/db'
import { sessionsOf } from '#core/accounts'
import { audit, AuditEntry } from '#core/audit'
import { createCustomer } from '#core/customers'
import { saveFormVersion } from '#core/forms'
import { Job } from '#core/jobs'
import { queueMail, TestMail } from '#core/messaging'
import { Location } from '#core/organisation'
import { clock, randomId, SYSTEM, transaction } from '#core/platform'
import { addBlock, Block, OpeningException, reserve } from '#core/scheduling'
import { StaffRole } from '#app/accounts/models/staff_role'
import { saveView } from '#app/admin/actions/save_view'
import { viewerFor } from '#app/admin/viewer'
import { ActionRun } from '#app/admin/models/action_run'
import { RunFile } from '#app/admin/models/run_file'
import { Report } from '#app/feedback/models/report'
import { setLocationsOf } from '#app/accounts/admin/user_locations'
import { signedIn, someStaff } from '#tests/accounts/people'
import { aFunder, aWaitingLogo } from '#tests/organisation/funders'
import type { RecordMakers } from '#tests/kit/record_matrix'
import { aPairedDevice, aWaitingDevice, SCREEN } from '#tests/devices/devices'
import { aResource, aService, isOpen } from '#tests/scheduling/planner'

const DAY = 86_400_000
let serial = 0

/** A confirmed appointment in some days, of a customer who is called like the location. */
export async function aReservation(location: Location, owner = 'scheduling') {
  const resource = await aResource(location, { name: `${location.name} cabin` })
  await isOpen(location, { opens: '00:00', closes: '24:00' })
  const service = await aService(location, [{ of: [resource] }], {
    name: { en: `${location.name} fitting` },
    minNoticeMinutes: 0,
  })
  const startsAt = Math.ceil(clock.now() / DAY) * DAY + 2 * DAY + 10 * 3_600_000
  const person = { firstName: 'Ada', lastName: location.name, email: null, locale: 'en' as const }
  return transaction(async (trx) => {
    const customer = await createCustomer(trx, { ...person, actor: SYSTEM })
    const wish = { service, location, startsAt, owner, audience: 'staff' as const }
    const reserved = await reserve(trx, { ...wish, customerId: customer.id })
    if (!reserved.ok) throw new Error(reserved.reason)
    return { reservation: reserved.reservation, customer, service }
  })
}

const someJob = () =>
  Job.create({
    ...{ publicId: randomId(), kind: 'audit.purge', owner: 'audit', payload: {} },
    ...{ state: 'failed', attempts: 1, version: 1 },
    ...{ runAt: clock.now(), createdAt: clock.now() },
  })

/** A view of a list that somebody else keeps for themselves. */
async function aView(): Promise<string> {
  const viewer = await viewerFor(await someStaff({ role: 'desk' }))
  const saved = await saveView({ list: 'scheduling.services', name: 'Mine', address: {} }, viewer)
  if (!saved.ok) throw new Error(saved.reason)
  return saved.id
}

/** An action on many records of whoever works at the location first, else of somebody new. */
async function aRunAt(locationId: number): Promise<string> {
  const first = { location_id: locationId }
  const own = await db.from('accounts_user_locations').where(first).orderBy('user_id').first()
  const userId = own ? Number(own.user_id) : (await someStaff({ role: 'desk' })).id
  return (await aRunOf(userId)).publicId
}

const aRunOf = (userId: number) =>
  ActionRun.create({
    ...{ publicId: randomId(), key: randomId(), userId, locale: 'en', state: 'done' },
    ...{ action: 'jobs.jobs.run_again', ids: [], input: {}, back: '/admin/jobs/jobs' },
    ...{ refused: [], createdAt: clock.now() },
  })

/** What an action on many records made for somebody else, out of a record that all see. */
async function aRunWithFile(): Promise<string> {
  const run = await aRunOf((await someStaff({ role: 'manager' })).id)
  const file = { name: 'job.txt', type: 'text/plain', content: Buffer.from('A job') }
  await RunFile.create({ runId: run.id, recordId: (await someJob()).id, ...file })
  return run.publicId
}

/** How to get a record for every route of the core about one. */
export const coreRecords: RecordMakers = {
  ...Object.fromEntries(
    ['list_views', 'list_view_removals', 'list_view_states', 'list_starts'].map((name) => [
      `admin.${name}`,
      { hidden: true, make: async () => ({ id: await aView() }) },
    ])
  ),
  'devices.devices': {
    another: async () => {
      const { id } = await Location.firstOrFail()
      return { code: (await aWaitingDevice()).code, shows: `${SCREEN}:${id}` }
    },
    make: async ({ id: locationId, name }) => ({
      id: (await aPairedDevice({ locationId, name: `${name} screen` })).device.id,
    }),
  },
  'organisation.locations': { make: async ({ id }) => ({ id }) },
  'organisation.funders': {
    everywhere: true,
    another: async () => ({ 'picture_held[]': await aWaitingLogo() }),
    make: async () => ({ id: (await aFunder()).id }),
  },
  'feedback.reports': {
    everywhere: true,
    make: async () => ({ id: (await Report.create({ problem: 'Broken', locale: 'en' })).id }),
  },
  'forms.definitions': {
    everywhere: true,
    make: async () => {
      const form = { definitionId: null, name: 'Form', fields: [], actor: SYSTEM }
      const saved = await transaction((trx) => saveFormVersion(trx, form))
      if (!saved.ok) throw new Error(saved.reason)
      return { id: saved.definition.id }
    },
  },
  // Who works for a part of the house sees what holds for all of it, and changes none of it.
  'settings.settings': { refused: true, make: async () => ({ owner: 'audit' }) },
  'platform.plugins': { everywhere: true, make: async () => ({ id: 'booking' }) },
  'platform.plugin': { everywhere: true, make: async () => ({ id: 'booking' }) },
  'admin.run_files': { hidden: true, make: async () => ({ id: await aRunWithFile() }) },
  'admin.runs': { make: async ({ id }) => ({ id: await aRunAt(id) }) },
  'audit.entries': {
    everywhere: true,
    make: async () => {
      const line = { actor: SYSTEM, action: 'a.b', object: 'testing.visit', objectId: ++serial }
      await transaction((trx) => audit(trx, line))
      return { id: (await AuditEntry.query().orderBy('id', 'desc').firstOrFail()).id }
    },
  },
  'accounts.staff': {
    make: async (location) => {
      const { id } = await someStaff({ role: 'desk', lastName: location.name })
      await transaction((trx) => setLocationsOf(id, [location.id], trx))
      return { id }
    },
  },
  'accounts.own_sessions': {
    hidden: true,
    make: async () => {
      const other = await someStaff({ role: 'desk' })
      await signedIn(other)
      return { id: (await sessionsOf(other.id))[0].publicId }
    },
  },
  'accounts.roles': {
    everywhere: true,
    make: async () => {
      const key = `made-${++serial}`
      const role = { key, name: { en: 'Made' }, permissions: {}, requiresTwoFactor: false }
      return { id: (await StaffRole.create(role)).id }
    },
  },
  'customers.customers': {
    make: async (location) => ({ id: (await aReservation(location)).customer.id }),
  },
  'customers.joins': {
    make: async (location) => ({ id: (await aReservation(location)).customer.id }),
    body: { with: '1', version: '1', other_version: '1' },
  },
  'jobs.jobs': { everywhere: true, make: async () => ({ id: (await someJob()).id }) },
  'messaging.template': { everywhere: true, make: async () => ({ template: TestMail.id }) },
  'messaging.templates': { everywhere: true, make: async () => ({ template: TestMail.id }) },
  'messaging.template_preview': { everywhere: true, make: async () => ({ template: TestMail.id }) },
  'messaging.mails': {
    everywhere: true,
    make: async () => {
      const letter = { to: 'ada@example.org', locale: 'en' as const, data: {} }
      const mail = await transaction((trx) => queueMail(trx, TestMail, letter))
      return { id: mail!.id }
    },
  },
  ...Object.fromEntries(
    ['templates', 'template', 'template_preview'].map((page) => [
      `messaging.${page}`,
      { everywhere: true, make: async () => ({ template: 'accounts.password_changed' }) },
    ])
  ),
  'scheduling.outcomes': {
    body: { outcome: 'arrived' },
    make: async (location) => ({ id: (await aReservation(location)).reservation.publicId }),
  },
  'scheduling.services': {
    make: async (location) => {
      const name = { en: `${location.name} service` }
      return { id: (await aService(location, [], { name })).id }
    },
  },
  'scheduling.resources': {
    make: async (location) => {
      return { id: (await aResource(location, { name: `${location.name} room` })).id }
    },
  },
  'scheduling.opening_rules': {
    another: { validFrom: '2031-01-01', validTo: '2031-12-31' },
    // One plan a place and period: each its own.
    make: async (location) => {
      const validFrom = new Date(clock.now() + ++serial * DAY).toISOString().slice(0, 10)
      return { id: (await isOpen(location, { validFrom })).id }
    },
  },
  'scheduling.opening_exceptions': {
    make: async ({ id: locationId, name }) => {
      const days = { fromDay: '2030-01-01', toDay: '2030-01-01', closed: true }
      return { id: (await OpeningException.create({ locationId, name, ...days })).id }
    },
  },
  'scheduling.blocks': {
    make: async (location) => {
      const startsAt = clock.now() + ++serial * DAY
      const time = { startsAt, endsAt: startsAt + 3_600_000, reason: location.name }
      await transaction((trx) => addBlock(trx, { location, resourceId: null, ...time }))
      return { id: (await Block.query().orderBy('id', 'desc').firstOrFail()).id }
    },
  },
}
