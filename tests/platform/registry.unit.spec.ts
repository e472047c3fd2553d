import { test } from '@japa/runner'
import { definePlugin } from '#core/platform'
import { checkRoutes, collectRoutes, type RouteGroups } from '#app/platform/routes'

const MOUNTS = {
  site: '/sample',
  account: '/account/sample',
  staff: '/admin/sample',
  device: '/device/sample',
}
const handler = () => 'answer'

const collect = (declare: (groups: RouteGroups) => void) => collectRoutes('sample', MOUNTS, declare)

test.group('platform | routes as data', () => {
  test('P3 every route gets the address and the name of its owner', ({ assert }) => {
    const routes = collect(({ site, account, staff }) => {
      site.get('/', handler, { name: 'start' })
      account.get('/things/', handler, { name: 'things.index' })
      staff.post('/things', handler, { name: 'things.store', permission: 'sample.manage' })
    })
    assert.deepEqual(
      routes.map(({ method, pattern, name }) => [method, pattern, name]),
      [
        ['GET', '/sample', 'sample.start'],
        ['GET', '/account/sample/things', 'sample.things.index'],
        ['POST', '/admin/sample/things', 'sample.things.store'],
      ]
    )
  })

  test('a staff route without a permission is refused', ({ assert }) => {
    const routes = collect(({ staff }) =>
      // @ts-expect-error the compiler refuses it as well
      staff.get('/open', handler, { name: 'open' })
    )
    assert.throws(() => checkRoutes(routes, []), /sample\.open has no permission/)
  })

  test('a device route without a kind of device is refused', ({ assert }) => {
    const kind = 'sample.screen'
    const routes = collect(({ device }) => {
      device.get('/show', handler, { name: 'show', kind })
      // @ts-expect-error the compiler refuses it as well
      device.get('/open', handler, { name: 'open' })
    })
    assert.deepInclude(routes[0], { pattern: '/device/sample/show', area: 'device', kind })
    assert.throws(() => checkRoutes(routes, []), /sample\.open has no kind of device/)
  })

  test('two routes with one name or one address are refused', ({ assert }) => {
    const twice = collect(({ site }) => {
      site.get('/a', handler, { name: 'a' })
      site.get('/b', handler, { name: 'a' })
    })
    assert.throws(() => checkRoutes(twice, []), /sample\.a is declared twice/)

    const first = collect(({ site }) => site.get('/a', handler, { name: 'a' }))
    const other = collect(({ site }) => site.get('/a', handler, { name: 'other' }))
    assert.throws(() => checkRoutes(other, first), /has the address of sample\.a/)
  })

  test('the same address may answer GET and POST', ({ assert }) => {
    const routes = collect(({ site }) => {
      site.get('/a', handler, { name: 'a.create' })
      site.post('/a', handler, { name: 'a.store' })
    })
    assert.doesNotThrow(() => checkRoutes(routes, []))
  })

  test('a plugin that only has an id is valid', ({ assert }) => {
    assert.deepEqual(definePlugin({ id: 'sample' }), { id: 'sample' })
  })
})
