import { test } from '@japa/runner'
import { ROLES } from '#core/accounts'
import type { Location } from '#core/organisation'
import { routeTable, transaction, type RouteDeclaration } from '#core/platform'
import { setLocationsOf } from '#app/accounts/admin/user_locations'
import { grantedTo } from '#app/accounts/domain/roles'
import { StaffRole } from '#app/accounts/models/staff_role'
import { recordActions } from '#app/admin/queries/named_actions'
import { neededFor } from '#app/admin/queries/part_sources'
import { declaredPermissions } from '#app/accounts/queries/role_limits'
import { forgetRoles } from '#app/accounts/queries/roles'
import { signedIn, someStaff } from '#tests/accounts/people'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { subjectOf } from '#tests/kit/matrix'
import { aLocation, aResource } from '#tests/scheduling/planner'

export type RecordMaker = {
  /** Parameters of an address that names a new record of this location. */
  make: (location: Location) => Promise<Record<string, string | number>>
  /** Such records belong to the whole organisation: nobody is limited to some of them. */
  everywhere?: boolean
  /** Nobody who is limited to some locations may do it at all. */
  refused?: boolean
  /** It is another person's own: nobody else finds it, whatever role they have. */
  hidden?: boolean
  /** Fields in which a second record of the same place must differ. */
  another?: Record<string, string> | (() => Promise<Record<string, string>>)
  /** Sent with a POST, where the form is read before the record is looked up. */
  body?: Record<string, string>
}
export type RecordMakers = Record<string, RecordMaker>

/** What must be there besides, for each test; it returns what takes that away. */
export type Setup = () => (() => void) | Promise<() => void>

/** Stands in every text of a foreign record, and nowhere else. */
export const MARK = 'Zyxfern'

/** `only`: made up, with this route's permission; `without`: made up, with all others. */
const HOLDERS = [...ROLES, 'only', 'without'] as const
type Holder = (typeof HOLDERS)[number]

const isLookup = ({ pattern }: RouteDeclaration) => pattern.endsWith('/lookup/:field')

const staffRoutes = (owners: readonly string[]) =>
  routeTable().filter(({ area, owner }) => area === 'staff' && owners.includes(owner))

const ofRecords = (owners: readonly string[]) =>
  staffRoutes(owners).filter((route) => route.pattern.includes(':') && !isLookup(route))

/** The maker whose name that of the route's subject begins with. */
export function makerOf(
  route: Pick<RouteDeclaration, 'owner' | 'name'>,
  makers: RecordMakers
): RecordMaker | undefined {
  const name = subjectOf(route)
  const own = Object.keys(makers).filter((key) => name === key || name.startsWith(`${key}.`))
  own.sort((one, other) => other.length - one.length)
  return makers[own[0]]
}

/** What it takes besides its permission to find the record at all. */
function alsoNeeded({ name }: RouteDeclaration): string[] {
  const named = recordActions().find((action) => name.startsWith(`${action.name}.`))
  return named ? neededFor(named) : []
}

const addressOf = ({ pattern }: RouteDeclaration, params: Record<string, string | number>) =>
  pattern.replaceAll(/:(\w+)/g, (_, name: string) => String(params[name]))

type Places = { here: Location; there: Location }

class Desk {
  constructor(
    readonly client: HttpClient,
    readonly holder: Holder,
    readonly places: Places,
    readonly csrf: string
  ) {}

  /** Opens or sends what a route answers to, for a record. */
  async visit(route: RouteDeclaration, maker: RecordMaker, location: Location): Promise<number> {
    const address = addressOf(route, await maker.make(location))
    const { status, location: to } =
      route.method === 'GET'
        ? await this.client.get(address)
        : await this.client.post(address, { ...maker.body, _csrf: this.csrf })
    return to?.startsWith('/sign-in') ? 401 : status
  }

  /** Whether the person may take the route, and whether it then leads to a record. */
  async rights(route: RouteDeclaration): Promise<{ opens: boolean; finds: boolean }> {
    const permission = route.permission!
    const needed = alsoNeeded(route)
    if (this.holder === 'only') await giveOnly([permission, 'admin.view', ...needed])
    if (this.holder === 'without') await giveOnly(allBut(permission))
    const role = await StaffRole.findByOrFail('key', keyOf(this.holder))
    const held = grantedTo(role, declaredPermissions())
    return { opens: held.has(permission), finds: needed.every((one) => held.has(one)) }
  }
}

const MADE_UP = 'matrix'
const keyOf = (holder: Holder) => (holder === 'only' || holder === 'without' ? MADE_UP : holder)

const allBut = (permission: string) =>
  declaredPermissions()
    .map(({ id }) => id)
    .filter((id) => id !== permission)

async function giveOnly(ids: string[]): Promise<void> {
  const permissions = Object.fromEntries(ids.map((id) => [id, true]))
  await StaffRole.updateOrCreate(
    { key: MADE_UP },
    { name: { en: 'Made up' }, permissions, requiresTwoFactor: false }
  )
  forgetRoles()
}

/** Somebody who works at one of two locations. */
async function deskOf(holder: Holder): Promise<Desk> {
  const [here, there] = [
    await aLocation({ name: 'Here' }),
    await aLocation({ name: `${MARK} place` }),
  ]
  // So that nobody can remove it.
  await aResource(here)
  await giveOnly(['admin.view'])
  const user = await someStaff({ role: keyOf(holder) })
  await transaction((trx) => setLocationsOf(user.id, [here.id], trx))
  const client = await signedIn(user)
  const { _csrf } = (await client.get('/account')).form('/sign-out').fields
  return new Desk(client, holder, { here, there }, String(_csrf))
}

/** What the answer to a record should be, or what is wrong with it. */
function faultIn(status: number, expected: 'open' | 'hidden' | 'forbidden'): string | null {
  if (expected === 'forbidden') return status === 403 ? null : `${status} instead of 403`
  if (expected === 'hidden') return status === 404 ? null : `${status} instead of 404`
  return [200, 302, 303, 409, 422].includes(status) ? null : `${status} for an own record`
}

/**
 * Every route of these owners about one record × every role × a record of the own and of a
 * foreign location; and no page or search of theirs shows a foreign one. A route for which
 * nobody says how to get a record fails.
 */
export function recordMatrix(
  owners: readonly string[],
  makers: RecordMakers,
  setup: Setup = () => () => {}
): void {
  test.group(`records × roles × locations | ${owners.join(', ')}`, (group) => {
    group.each.setup(() => freshDatabase())
    group.each.setup(() => setup())

    test('for every route about a record a test can get one', ({ assert }) => {
      const unknown = ofRecords(owners).filter((route) => !makerOf(route, makers))
      assert.deepEqual(
        unknown.map(({ name }) => name),
        []
      )
    })

    for (const holder of HOLDERS) {
      test(`${holder}: own records, no foreign ones, nothing without the permission`, async ({
        assert,
      }) => {
        const desk = await deskOf(holder)
        const wrong: string[] = []
        let visits = 0
        for (const route of ofRecords(owners)) {
          const maker = makerOf(route, makers)
          if (!maker) continue
          const { opens, finds } = await desk.rights(route)
          for (const location of [desk.places.here, desk.places.there]) {
            const isElsewhere = location === desk.places.there && !maker.everywhere
            const isForeign = isElsewhere || maker.hidden || !finds
            const reached = isForeign ? 'hidden' : 'open'
            const expected = opens && !maker.refused ? reached : 'forbidden'
            const fault = faultIn(await desk.visit(route, maker, location), expected)
            if (fault) wrong.push(`${route.method} ${route.name} ${location.name}: ${fault}`)
            visits += 1
          }
        }
        console.log(`    ${visits} visits as ${holder}`)
        assert.deepEqual(wrong, [])
      }).timeout(240_000)
    }

    test('no list, search, lookup or other page shows a foreign record', async ({ assert }) => {
      const desk = await deskOf('owner')
      for (const maker of Object.values(makers)) {
        if (!maker.everywhere && !maker.refused)
          for (const one of [desk.places.here, desk.places.there]) await maker.make(one)
      }
      const pages = staffRoutes(owners).filter(
        (route) => route.method === 'GET' && (!route.pattern.includes(':') || isLookup(route))
      )
      const seen: string[] = []
      for (const { pattern } of pages) {
        const fields = pattern.includes(':field') ? RELATIONS : ['']
        for (const field of fields) {
          for (const query of ['', `?q=${MARK.slice(0, 4)}`]) {
            const address = pattern.replace(':field', field) + query
            const { status, text } = await desk.client.get(address)
            if (status >= 500 || text.includes(MARK)) seen.push(`${address} ${status}`)
          }
        }
      }
      assert.deepEqual(seen, [])
    }).timeout(240_000)
  })
}

/** Fields that choose records, for the addresses that search them. */
const RELATIONS = [
  'locationId',
  'locationIds',
  'resourceId',
  'serviceId',
  'serviceIds',
  'customerId',
  'clinicId',
  'doctorId',
  'typeId',
]
