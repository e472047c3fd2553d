import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { LOCALES, Organisation } from '#core/organisation'
import { clock, forgetCaches } from '#core/platform'
import { Purge } from '#app/consent/jobs/purge'
import { freshDatabase } from '#tests/kit/database'
import { countTheVisits, hasBanner, press, raiseTextVersion, SETTINGS } from '#tests/consent/asking'
import { visitor } from '#tests/web/visitor'

const DAY = 86_400_000
const log = () =>
  db.from('consent_choices').select('version', 'locale', 'asked', 'agreed').orderBy('id')
const ticked = (text: string) =>
  [...text.matchAll(/name="purposes\[\]" value="(\w+)" checked/g)].map(([, id]) => id)

test.group('V5 Choosing about optional cookies', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => () => clock.restore())

  test('with nothing optional on nobody is asked, and a choice is kept nowhere', async ({
    assert,
  }) => {
    const client = visitor()
    for (const path of ['/', '/contact', '/cookies', '/sign-in', '/no-such-page']) {
      const answer = await client.get(path)
      assert.isFalse(hasBanner(answer), path)
      assert.notInclude(answer.text, SETTINGS, path)
    }
    assert.equal((await client.get(SETTINGS)).location, '/cookies')
    assert.equal((await client.post(SETTINGS, { choice: 'all' })).location, '/cookies')
    assert.isUndefined(client.cookie('cookie_choice'))
    assert.isEmpty(await log())
  })

  test('every page asks, names the controller and shows three ways of equal weight', async ({
    assert,
  }) => {
    await countTheVisits()
    await (await Organisation.findOrFail(1)).merge({ name: 'Gmina <Aurora>' }).save()
    forgetCaches()
    const banners = new Set<string>()
    for (const locale of LOCALES) {
      const { text } = await visitor().get(`/contact?lang=${locale}`)
      const [banner] = /<section class="consent"[\s\S]*?<\/section>/.exec(text)!
      assert.include(banner, 'Gmina &lt;Aurora&gt;')
      assert.lengthOf(banner.match(/class="button" data-tone="secondary"/g)!, 3)
      assert.match(banner, /href="\/cookies"[\s\S]*href="\/privacy"/)
      assert.notMatch(banner, /consent\.(?!choice)|type="checkbox"|checked/)
      assert.isBelow(text.indexOf('class="consent"'), text.indexOf('<header'))
      assert.match(text, /<footer[\s\S]*href="\/cookies\/settings"[\s\S]*<\/footer>/)
      banners.add(banner.replace(/lang=\w+/g, ''))
    }
    assert.equal(banners.size, LOCALES.length)
    for (const path of ['/', '/cookies', '/sign-in', '/booking', '/no-such-page'])
      assert.isTrue(hasBanner(await visitor().get(path)), path)
  })

  test('accepting leads back to the page, is kept for six months and logged without a person', async ({
    assert,
  }) => {
    await countTheVisits()
    const client = visitor({ language: 'fr' })
    const answer = await press(client, 'all', '/contact?q=1')
    assert.equal(answer.status, 303)
    assert.equal(answer.location, '/contact?q=1')
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('cookie_choice='))!
    assert.match(
      cookie,
      /^cookie_choice=1\.[0-9a-z]+\.s\.spf\.[\w-]{22}; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Lax$/
    )
    assert.isFalse(hasBanner(await client.follow(answer)))
    const [row] = await db.from('consent_choices')
    assert.sameMembers(Object.keys(row), [
      ...['id', 'proof', 'version', 'locale', 'asked', 'agreed', 'at'],
    ])
    assert.deepEqual(await log(), [{ version: 1, locale: 'fr', asked: 's', agreed: 'spf' }])
    assert.include(client.cookie('cookie_choice')!, row.proof)
  })

  test('nothing is ticked before the choice, afterwards what was ticked is', async ({ assert }) => {
    await countTheVisits()
    const client = visitor()
    const page = await client.get(`${SETTINGS}?from=/contact`)
    assert.isFalse(hasBanner(page))
    assert.deepEqual(ticked(page.text), [])
    assert.include(page.text, 'Nothing on this site uses this today.')
    const some = { choice: 'some', 'purposes[]': ['statistics', 'functional'] }
    const kept = await client.follow(await client.submit(page.form(SETTINGS), some))
    assert.equal(new URL(kept.url).search, '?kept=yes&from=%2Fcontact')
    assert.include(kept.text, 'Your choice is kept.')
    assert.match(kept.text, /<a class="back-link" href="\/contact">/)
    assert.deepEqual(ticked(kept.text), ['statistics', 'functional'])
    assert.include(kept.text, client.cookie('cookie_choice')!.split('.')[4])
    const less = { choice: 'some', 'purposes[]': undefined }
    const none = await client.follow(await client.submit(kept.form(SETTINGS), less))
    assert.deepEqual(ticked(none.text), [])
    assert.deepEqual(
      (await log()).map(({ agreed }) => agreed),
      ['sf', '']
    )
  })

  test('rejecting is one press too and takes the optional cookies away at once', async ({
    assert,
  }) => {
    await countTheVisits()
    const client = visitor()
    await client.follow(await press(client, 'all'))
    assert.match(client.cookie('visitor')!, /^[\w-]{22}$/)
    const page = await client.get(SETTINGS)
    await client.submit(page.form(SETTINGS), { choice: 'none' })
    assert.isUndefined(client.cookie('visitor'))
    for (const path of ['/', '/contact']) assert.isFalse(hasBanner(await client.get(path)))
    assert.isUndefined(client.cookie('visitor'))
  })

  test('another text, and half a year, ask again; what was agreed no longer counts', async ({
    assert,
  }) => {
    await countTheVisits()
    const client = visitor()
    await client.follow(await press(client, 'all'))
    await raiseTextVersion(2)
    const again = await client.get('/')
    assert.isTrue(hasBanner(again))
    assert.isUndefined(client.cookie('visitor'))
    assert.deepEqual(ticked((await client.get(SETTINGS)).text), [])
    await press(client, 'none')
    const midnight = Math.floor(Date.now() / DAY) * DAY
    clock.freeze(midnight + 180 * DAY - 1)
    assert.isFalse(hasBanner(await client.get('/')))
    clock.freeze(midnight + 180 * DAY)
    assert.isTrue(hasBanner(await client.get('/')))
  })

  test('what stands in the cookie is harmless, whatever it is', async ({ assert }) => {
    await countTheVisits()
    const day = Math.floor(Date.now() / DAY).toString(36)
    const proof = 'Zm9yLXRlc3RzLW9ubHktMA'
    for (const value of [
      ...['', 'yes', '"><script>alert(1)</script>', '%00', '__proto__', 'x'.repeat(8000)],
      ...[`1.${day}.spf.spf`, `1.zzzzzzzzz.s.s.${proof}`, `2.${day}.s.s.${proof}`],
      ...[`1.${day}..s.${proof}`, `1.${day}.p.ps.${proof}`, 's:forged.signature', 'e:null'],
    ]) {
      const cookie = `cookie_choice=${value}; visitor=${proof}`
      const { status, text, headers } = await visitor().get('/', { cookie })
      assert.equal(status, 200, value)
      assert.isTrue(hasBanner({ text }), value)
      assert.notInclude(text, '<script>alert', value)
      assert.match(headers.getSetCookie().join(), /visitor=; Max-Age=0/, value)
    }
  })

  test('a foreign site can neither choose nor lead away', async ({ assert }) => {
    await countTheVisits()
    const client = visitor()
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    assert.equal((await client.post(SETTINGS, { choice: 'all' }, foreign)).status, 403)
    assert.isUndefined(client.cookie('cookie_choice'))
    assert.isEmpty(await log())
    for (const to of ['//evil.example', 'https://evil.example', '/\\evil.example', '/%0d%0aX: 1']) {
      const answer = await client.post(SETTINGS, { choice: 'none', next: to, from: to })
      assert.equal(answer.headers.get('location'), '/cookies/settings?kept=yes', to)
    }
    const page = await client.get(`${SETTINGS}?from=//evil.example&kept=yes`)
    assert.notMatch(page.text, /(href|value)="[^"?]*evil\.example/)
    assert.equal((await client.post(SETTINGS, { choice: 'maybe' })).status, 400)
  })

  test('screens, kiosks and frames on other sites are not asked', async ({ assert }) => {
    await countTheVisits()
    for (const path of ['/device', '/booking?embed=1'])
      assert.isFalse(hasBanner(await visitor().get(path)), path)
  })

  test('the log is append only, and empties itself after two years', async ({ assert }) => {
    await countTheVisits()
    const now = Date.now()
    for (const age of [800, 729]) {
      clock.freeze(now - age * DAY)
      await visitor().post(SETTINGS, { choice: 'all' })
    }
    clock.freeze(now)
    const rewrite = db.transaction((trx) => trx.from('consent_choices').update({ agreed: '' }))
    await assert.rejects(() => rewrite, /consent_log_append_only/)
    const forget = () =>
      db.transaction((trx) =>
        trx
          .from('consent_choices')
          .where('at', now - 729 * DAY)
          .delete()
      )
    await assert.rejects(forget, /consent_log_append_only/)
    assert.lengthOf(await log(), 2)
    await Purge.handle({}, { attempt: 1 })
    assert.lengthOf(await log(), 1)
  })
})
