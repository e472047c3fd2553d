import { test } from '@japa/runner'
import { transaction } from '#core/platform'
import { offerThrough } from '#core/scheduling'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { visitor } from '#tests/web/visitor'
import { offers } from '#plugins/booking/queries/offers'
import { anOffer, framedBy, NOW, pathOf } from '#plugins/booking/tests/visit'

/** Options of the menu with this name. */
function menu(html: string, name: string): string[] {
  const [, inner] = new RegExp(`<select[^>]*name="${name}"[^>]*>([\\s\\S]*?)</select>`).exec(html)!
  return [...inner.matchAll(/<option[^>]*value="([^"]*)"/g)].map(([, value]) => value)
}

test.group('Where a booking begins', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  test('B2 location and service are chosen from menus', async ({ assert }) => {
    const [one, two] = [await anOffer(), await anOffer()]
    const client = visitor()
    const page = await client.get('/booking')
    assert.equal(page.status, 200)
    assert.includeMembers(menu(page.text, 'location'), [one.location.slug, two.location.slug])
    assert.includeMembers(menu(page.text, 'service'), [one.service.slug, two.service.slug])
    for (const location of [two.location.slug, '']) {
      const given = { location, service: two.service.slug }
      const chosen = await client.submit(page.form('/booking'), given)
      assert.equal(chosen.location, pathOf(two))
    }
    assert.isNull(page.headers.get('set-cookie'))
  })

  test('B1, B2 a link fixes the service, the location or both', async ({ assert }) => {
    const [one, two] = [await anOffer(), await anOffer()]
    const client = visitor()
    for (const query of [`service=${one.service.slug}`, `location=${one.location.slug}`]) {
      const answer = await client.get(`/booking?${query}&lang=de&embed=1`)
      assert.equal(answer.location, `${pathOf(one)}?embed=1&lang=de`)
    }
    await two.service.related('locations').attach([one.location.id])
    const page = await client.get(`/booking?service=${two.service.slug}`)
    assert.equal(page.form('/booking').fields.service, two.service.slug)
    assert.sameMembers(menu(page.text, 'location'), [one.location.slug, two.location.slug])
    const place = await client.get(`/booking?location=${one.location.slug}`)
    assert.equal(place.form('/booking').fields.location, one.location.slug)
    assert.sameMembers(menu(place.text, 'service'), [one.service.slug, two.service.slug])
  })

  test('B2 a service that a place does not offer leads to those that it does', async ({
    assert,
  }) => {
    const [one, two] = [await anOffer(), await anOffer()]
    await two.service.related('locations').attach([one.location.id])
    const query = `location=${two.location.slug}&service=${one.service.slug}`
    const page = await visitor().get(`/booking?${query}`)
    assert.equal(page.status, 200)
    assert.include(page.text, 'not offered at this place')
    assert.deepEqual(menu(page.text, 'service'), [two.service.slug])
  })

  test('V1 what another plugin alone offers is not booked here, by link or at the desk', async ({
    assert,
  }) => {
    const [one, two] = [await anOffer(), await anOffer()]
    await transaction((trx) => offerThrough(trx, two.service.id, 'patient-visits'))
    assert.equal((await visitor().get('/booking')).location, pathOf(one))
    assert.equal((await visitor().get(pathOf(two))).status, 404)
    assert.deepEqual(
      (await offers('staff')).map(({ service }) => service.id),
      [one.service.id]
    )
    await transaction((trx) => offerThrough(trx, two.service.id, null))
    assert.equal((await visitor().get(pathOf(two))).status, 200)
  })

  test('B1 an unknown word of a link is a 404 that offers what there is', async ({ assert }) => {
    const [offer] = [await anOffer(), await anOffer()]
    const client = visitor()
    const page = await client.get('/booking?service=gone')
    assert.equal(page.status, 404)
    assert.include(page.text, 'no longer offered')
    assert.include(menu(page.text, 'service'), offer.service.slug)
    for (const path of [
      `/booking/${offer.location.slug}/gone`,
      `/booking/gone/${offer.service.slug}`,
      `/booking/${offer.location.slug}/gone/week`,
      `/booking/gone/${offer.service.slug}/week?embed=1`,
    ]) {
      assert.equal((await client.get(path)).status, 404, path)
    }
  })

  test('what is not public or not active is not offered', async ({ assert }) => {
    const hidden = await anOffer({ service: { public: false } })
    const resting = await anOffer({ service: { active: false } })
    await anOffer()
    await anOffer()
    for (const offer of [hidden, resting]) {
      assert.equal((await visitor().get(pathOf(offer))).status, 404)
    }
    const page = await visitor().get('/booking')
    assert.notInclude(page.text, hidden.service.slug)
    assert.notInclude(page.text, resting.service.slug)
  })

  test('an unknown language gets the visitor’s own', async ({ assert }) => {
    await Promise.all([anOffer(), anOffer()])
    const page = await visitor({ language: 'pl' }).get('/booking?lang=xx')
    assert.equal(page.status, 200)
    assert.include(page.text, '<html lang="pl"')
  })

  test('B1 pages may be framed by the hosts of the allow-list, and by nobody else', async ({
    assert,
  }) => {
    const offer = await anOffer()
    const refused = await visitor().get(`${pathOf(offer)}?embed=1`)
    assert.include(refused.headers.get('content-security-policy'), "frame-ancestors 'none'")
    assert.equal(refused.headers.get('x-frame-options'), 'DENY')
    await framedBy(['www.example.org'])
    for (const path of ['/booking?embed=1', `${pathOf(offer)}?embed=1`]) {
      const { headers } = await visitor().get(path)
      assert.match(
        headers.get('content-security-policy')!,
        /frame-ancestors https:\/\/www\.example\.org http:\/\/www\.example\.org$/
      )
      assert.isNull(headers.get('x-frame-options'))
    }
  })

  test('B1 in a frame header and footer are left out and every link stays in it', async ({
    assert,
  }) => {
    const offer = await anOffer()
    const page = await visitor().get(`${pathOf(offer)}?embed=1&lang=it`)
    assert.notInclude(page.text, '<footer')
    const own = [...page.text.matchAll(/(?:href|action)="(\/booking[^"]*)"/g)]
    assert.isAbove(own.length, 5)
    for (const [, href] of own) assert.match(href, /embed=1&amp;lang=it/)
  })
})
