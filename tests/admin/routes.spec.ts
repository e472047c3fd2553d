import { test } from '@japa/runner'
import { routeTable } from '#core/platform'

test.group('Routes of the panel', () => {
  test('every resource and page is a guarded staff route', ({ assert }) => {
    const staff = routeTable().filter(({ area }) => area === 'staff')
    assert.isTrue(staff.every(({ permission }) => Boolean(permission)))
    const names = staff.map(({ name }) => name)
    assert.includeMembers(names, [
      'admin.today.show',
      'scheduling.day',
      'scheduling.services.index',
      'scheduling.services.store',
      'organisation.profile.edit',
      'messaging.mails.resend.store',
      'platform.plugins.update',
    ])
    assert.notInclude(names, 'messaging.mails.create')
    assert.notInclude(names, 'audit.entries.update')
  })
})
