import { test } from '@japa/runner'
import { isPermanent } from '#app/messaging/domain/delivery_failure'

const smtp = (code: string, responseCode?: number) =>
  Object.assign(new Error('x'), { code, responseCode })

test.group('A refused mail', () => {
  test('has failed for good when the server refuses recipient or content with 5xx', ({
    assert,
  }) => {
    assert.isTrue(isPermanent(smtp('EENVELOPE', 550)))
    assert.isTrue(isPermanent(smtp('EMESSAGE', 554)))
  })

  test('is tried again after 4xx, a lost connection or a wrong password', ({ assert }) => {
    assert.isFalse(isPermanent(smtp('EENVELOPE', 451)))
    assert.isFalse(isPermanent(smtp('ETIMEDOUT')))
    assert.isFalse(isPermanent(smtp('EAUTH', 535)))
    assert.isFalse(isPermanent(new Error('the template is broken')))
  })
})
