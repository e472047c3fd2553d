import { test } from '@japa/runner'
import {
  currentOrganisation,
  Location,
  LOCALES,
  offeredLocation,
  offeredLocations,
  Organisation,
  translated,
} from '#core/organisation'
import { clock, transaction } from '#core/platform'
import { freshDatabase } from '#tests/kit/database'

const NOW = Date.parse('2027-01-18T09:00:00Z')

test.group('The organisation', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => clock.freeze(NOW))

  test('stands there from the start, under our name, in eight languages', async ({ assert }) => {
    const organisation = await currentOrganisation()
    assert.equal(organisation.name, 'Sportello')
    assert.deepEqual(organisation.locales, [...LOCALES])
    assert.equal(organisation.defaultLocale, 'es')
    assert.deepEqual(organisation.allowedEmbedHosts, [])
    assert.deepEqual(organisation.privacyNotice, {})
  })

  test('a change shows at once in the process that made it', async ({ assert }) => {
    await currentOrganisation()
    await transaction(async (trx) => {
      const organisation = await Organisation.findOrFail(1, { client: trx })
      await organisation.merge({ name: 'Ottica Aurora', defaultLocale: 'it' }).save()
    })
    assert.equal((await currentOrganisation()).name, 'Ottica Aurora')
    assert.equal(translated({ it: 'Prova', en: 'Fitting' }, 'pl'), 'Prova')
  })

  test('another process’s change shows after 500 ms', async ({ assert }) => {
    await currentOrganisation()
    await Organisation.query().where('id', 1).update({ name: 'Ottica Aurora' })
    assert.equal((await currentOrganisation()).name, 'Sportello')
    clock.advance(500)
    assert.equal((await currentOrganisation()).name, 'Ottica Aurora')
  })

  test('without a row the unsaved profile serves', async ({ assert }) => {
    await Organisation.query().delete()
    const organisation = await currentOrganisation()
    assert.equal(organisation.defaultLocale, 'es')
    assert.isNull(organisation.accent)
  })
})

test.group('Locations', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => clock.freeze(NOW))

  test('B2 only active places are offered, by name', async ({ assert }) => {
    const zone = 'Europe/Rome'
    const pisa = await Location.create({ slug: 'pisa', name: 'Pisa', zone })
    await Location.create({ slug: 'lucca', name: 'Lucca', zone })
    await Location.create({ slug: 'closed', name: 'Arezzo', zone, active: false })
    assert.deepEqual(
      (await offeredLocations()).map(({ slug }) => slug),
      ['lucca', 'pisa']
    )
    assert.equal((await offeredLocation('pisa'))?.id, pisa.id)
    assert.isNull(await offeredLocation('closed'))
    assert.isNull(await offeredLocation('nowhere'))
  })

  test('a place has a random public id and begins active', async ({ assert }) => {
    const { id } = await Location.create({ slug: 'pisa', name: 'Pisa', zone: 'Europe/Rome' })
    const place = await Location.findOrFail(id)
    assert.match(place.publicId, /^[A-Za-z0-9_-]{22}$/)
    assert.isTrue(place.active)
    assert.equal(place.version, 1)
    assert.equal(place.createdAt, NOW)
  })

  test('B1 two places cannot share a slug', async ({ assert }) => {
    const place = { slug: 'pisa', name: 'Pisa', zone: 'Europe/Rome' }
    await Location.create(place)
    await assert.rejects(() => transaction((trx) => Location.create(place, { client: trx })))
  })
})
