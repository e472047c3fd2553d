import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { Organisation } from '#core/organisation'
import { forgetCaches } from '#core/platform'
import { countTheVisits, hasBanner, press, SETTINGS } from '#tests/consent/asking'
import { freshDatabase } from '#tests/kit/database'
import { signedIn, someCustomer } from '#tests/accounts/people'
import { findPage, storePage, usePageCache } from '#app/web/page_cache'
import { raw, visitor } from '#tests/web/visitor'

async function rename(name: string) {
  await (await Organisation.findOrFail(1)).merge({ name }).save()
  forgetCaches()
}

test.group('Kept pages', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => {
    usePageCache(true)
    return () => usePageCache(false)
  })

  test('one rendering serves everybody of a language for a second', async ({ assert }) => {
    await rename('Before')
    const first = await visitor({ language: 'it' }).get('/')
    await rename('After')
    const second = await visitor({ language: 'it' }).get('/')
    assert.equal(second.text, first.text)
    assert.equal(second.headers.get('content-language'), 'it')
    assert.equal(second.headers.get('cache-control'), 'public, no-cache')
    assert.equal(second.headers.get('vary'), 'Accept-Language, Cookie')
    assert.include((await visitor({ language: 'de' }).get('/')).text, 'After')
    assert.notInclude((await visitor({ language: 'de' }).get('/')).text, 'Before')
  })

  test('a browser that has it is told so', async ({ assert }) => {
    await raw({ path: '/' })
    const kept = await raw({ path: '/' })
    const again = await raw({ path: '/', headers: { 'if-none-match': kept.headers.etag! } })
    assert.equal(again.status, 304)
    assert.equal(again.text, '')
    assert.isString(again.headers['content-security-policy'])
  })

  test('any form sent to this process ends it', async ({ assert }) => {
    await rename('Before')
    await visitor().get('/')
    await rename('After')
    await visitor().post('/sign-in', {})
    assert.include((await visitor().get('/')).text, 'After')
  })

  test('B11 a page begun before a form came in is not kept after it', async ({ assert }) => {
    await rename('Before')
    const ctx = await testUtils.createHttpContext()
    ctx.response.send('begun before')
    const [began, key] = [performance.now(), 'a page']
    await visitor().post('/sign-in', {})
    storePage(key, ctx, began)
    assert.isNull(await findPage(key))
    storePage(key, ctx, performance.now())
    assert.equal((await findPage(key))!.body, 'begun before')
  })

  test('V5 who has chosen is not asked by a kept page, who has not is', async ({ assert }) => {
    await countTheVisits()
    await rename('Before')
    const chosen = visitor()
    await press(chosen, 'none')
    assert.isTrue(hasBanner(await visitor().get('/')))
    const first = await chosen.get('/')
    assert.isFalse(hasBanner(first))
    await rename('After')
    const kept = await visitor().get('/')
    assert.isTrue(hasBanner(kept))
    assert.include(kept.text, 'Before')
    const other = visitor()
    const answer = await other.post(SETTINGS, { choice: 'all', next: '/' })
    const counted = await other.follow(answer)
    assert.equal(counted.text, first.text, 'one rendering for all who have chosen')
    assert.match(counted.headers.getSetCookie().join(), /^visitor=[\w-]{22};/)
    assert.equal(counted.headers.get('cache-control'), 'private, no-cache')
    assert.isEmpty((await chosen.get('/')).headers.getSetCookie())
    assert.include((await visitor().get('/')).text, 'Before', 'a choice changes no page of others')
  })

  test('signed-in people get, and leave, pages of their own', async ({ assert }) => {
    const client = await signedIn(await someCustomer())
    const own = await client.get('/')
    assert.equal(own.headers.get('cache-control'), 'no-store')
    const visited = await visitor().get('/')
    assert.notInclude(visited.text, '_csrf')
    assert.include((await client.get('/')).text, '_csrf')
  })

  test('a stranger’s Host is still refused', async ({ assert }) => {
    await raw({ path: '/' })
    assert.equal((await raw({ path: '/', headers: { host: 'evil.example' } })).status, 400)
  })
})
