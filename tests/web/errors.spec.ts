import { test } from '@japa/runner'
import { freshDatabase } from '#tests/kit/database'
import { visitor } from '#tests/web/visitor'

test.group('Error pages', (group) => {
  group.each.setup(() => freshDatabase())

  test('an unknown address is a page in the visitor’s language', async ({ assert }) => {
    const page = await visitor({ language: 'de-AT,en;q=0.5' }).get('/no-such-page')
    assert.equal(page.status, 404)
    assert.include(page.text, 'Seite nicht gefunden')
    assert.equal(page.headers.get('content-language'), 'de')
    assert.isNull(page.headers.get('set-cookie'))
  })
})
