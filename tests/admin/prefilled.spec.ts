import { test } from '@japa/runner'
import { atDesk } from '#tests/admin/desk'
import { freshDatabase } from '#tests/kit/database'

const CREATE = '/admin/scheduling/opening-rules/create'

test.group('Forms with fields in their address', (group) => {
  group.each.setup(() => freshDatabase())

  test('take no id that the database could not hold', async ({ assert }) => {
    const desk = await atDesk('owner')
    for (const value of ['8640000000000', '2147483648', 'NaN', '-1', '1e400', 'x', '1.5', '']) {
      for (const name of ['locationId', 'resourceId', 'locationId[]']) {
        const { status } = await desk.get(`${CREATE}?${name}=${value}`)
        assert.equal(status, 200, `${name}=${value}`)
      }
    }
  })
})
