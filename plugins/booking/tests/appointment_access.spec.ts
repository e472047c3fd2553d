import { test } from '@japa/runner'
import { OutboxMail } from '#core/messaging'
import { Reservation } from '#core/scheduling'
import { onlyViewing } from '#plugins/booking/tests/desk'
import { anOffer, easyCaptcha, NOW, Visit } from '#plugins/booking/tests/visit'
import { signedIn, someStaff } from '#tests/accounts/people'
import { atDesk } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'

const LIST = '/admin/booking/appointments'
const NINE = rome('2027-01-19 09:00')

test.group('Who sees which appointments', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => easyCaptcha())
  frozenAt(group, NOW)

  /** One appointment here and one there, told apart by their customers. */
  async function twoPlaces() {
    const [here, there] = [await anOffer(), await anOffer()]
    await here.location.merge({ name: 'Ottica Qui' }).save()
    await there.location.merge({ name: 'Ottica Altrove' }).save()
    await new Visit(visitor(), here).book(NINE, { last_name: 'Nearhill' })
    await new Visit(visitor(), there).book(NINE, { last_name: 'Farfield' })
    const [mine, foreign] = await Reservation.query().orderBy('id')
    return { here, there, mine, foreign }
  }

  test('staff of one location neither list, find, filter nor open those of another', async ({
    assert,
  }) => {
    const { here, there, mine, foreign } = await twoPlaces()
    const desk = await atDesk('desk', [here.location])
    const lists = ['', '?q=AA001', '?sort=number', `?serviceId=${there.service.id}`]
    for (const query of [...lists, `?locationId=${there.location.id}`, '?state=confirmed']) {
      const page = await desk.get(LIST + query)
      assert.equal(page.status, 200, query)
      assert.notInclude(page.text, 'Farfield', query)
      assert.notInclude(page.text, 'Ottica Altrove', query)
      assert.notInclude(page.text, `${LIST}/${foreign.id}`, query)
    }
    assert.include((await desk.get(LIST)).text, 'Nearhill')
    assert.equal((await desk.get(`${LIST}/${mine.id}`)).status, 200)
    for (const path of ['', '/cancel']) {
      assert.equal((await desk.get(`${LIST}/${foreign.id}${path}`)).status, 404, path)
    }
  })

  test('nor cancel them', async ({ assert }) => {
    const { here, mine, foreign } = await twoPlaces()
    const desk = await atDesk('manager', [here.location])
    const own = (await desk.get(`${LIST}/${mine.id}/cancel`)).form('/cancel')
    const other = { ...own, action: own.action.replace(`/${mine.id}/`, `/${foreign.id}/`) }
    assert.equal((await desk.submit(other, { reason: 'Mine' })).status, 404)
    assert.equal((await foreign.refresh()).state, 'confirmed')
    assert.equal((await desk.submit(own, { reason: 'Closed' })).status, 303)
    assert.deepInclude((await mine.refresh()).$attributes, {
      state: 'released',
      releasedBy: 'staff',
      releaseReason: 'Closed',
    })
    const [last] = await OutboxMail.query().orderBy('id', 'desc').limit(1)
    assert.equal(last.template, 'booking.cancelled')
  })

  test('staff of all locations see both', async ({ assert }) => {
    const { foreign } = await twoPlaces()
    const { text } = await (await atDesk('desk')).get(LIST)
    for (const shown of ['Nearhill', 'Farfield', 'Ottica Altrove']) assert.include(text, shown)
    assert.equal((await (await atDesk('desk')).get(`${LIST}/${foreign.id}`)).status, 200)
  })

  test('times that are only held, and those of other plugins, are no appointments', async ({
    assert,
  }) => {
    const { here, mine } = await twoPlaces()
    const desk = await atDesk('desk')
    await new Visit(visitor(), here).choose(rome('2027-01-20 09:00'))
    const held = await Reservation.findByOrFail('state', 'held')
    assert.equal((await desk.get(`${LIST}/${held.id}`)).status, 404)
    await mine.merge({ owner: 'patient-visits' }).save()
    assert.equal((await desk.get(`${LIST}/${mine.id}`)).status, 404)
    assert.notInclude((await desk.get(LIST)).text, 'Nearhill')
  })

  test('who may only see is offered nothing to do, and may do nothing', async ({
    assert,
    cleanup,
  }) => {
    const { mine } = await twoPlaces()
    const desk = await atDesk('desk')
    const shown = `${LIST}/${mine.id}`
    const form = (await desk.get(`${shown}/cancel`)).form('/cancel')
    assert.include((await desk.get(shown)).text, '/cancel')
    cleanup(onlyViewing())
    const page = await desk.get(shown)
    assert.equal(page.status, 200)
    assert.include(page.text, 'Nearhill')
    assert.notInclude(page.text, `${shown}/cancel`)
    assert.equal((await desk.get(`${shown}/cancel`)).status, 403)
    assert.equal((await desk.submit(form, { reason: '' })).status, 403)
    assert.equal((await mine.refresh()).state, 'confirmed')
  })

  test('without a role nobody sees any', async ({ assert }) => {
    const { mine } = await twoPlaces()
    const nobody = await signedIn(await someStaff())
    for (const path of [LIST, `${LIST}/${mine.id}`]) {
      assert.equal((await nobody.get(path)).status, 403, path)
    }
  })
})
