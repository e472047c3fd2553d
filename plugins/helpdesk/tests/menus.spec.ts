import { test } from '@japa/runner'
import { clock, randomId } from '#core/platform'
import type { IntakeTree } from '#plugins/helpdesk/domain/intake'
import { IntakeVersion } from '#plugins/helpdesk/models/intake_version'
import { aHelpdesk, NOW, type Helpdesk } from '#plugins/helpdesk/tests/helpdesk'
import { aPortal, MINE } from '#plugins/helpdesk/tests/portal'
import { signedIn, someCustomer } from '#tests/accounts/people'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'

const placeOf = ({ version }: Helpdesk) => version.tree.children[0]

/** Publishes another menu, with one need. */
function publish(desk: Helpdesk, key: string): Promise<IntakeVersion> {
  const leaf = { key, label: { en: 'Something else' }, hint: null, question: null, children: [] }
  const tree: IntakeTree = { children: [{ ...leaf, need: desk.need }] }
  return IntakeVersion.create({
    ...{ number: desk.version.number + 1, tree, publishedById: null, createdAt: clock.now() },
  })
}

test.group('The guided menu', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  const aCaller = async () => signedIn(await someCustomer({ locale: 'en' }))

  test('H2 narrows question by question to a form, and every step leads back', async ({
    assert,
  }) => {
    const desk = await aHelpdesk()
    const client = await aCaller()
    const first = await client.get(`${MINE}/new`)
    const second = `${MINE}/new?at=${placeOf(desk).key}`
    assert.include(first.text, 'What is it about?')
    assert.include(first.text, `href="${second}"`)
    assert.notInclude(first.text, 'It does not print')
    const page = await client.get(second)
    assert.include(page.text, 'What does it do?')
    assert.include(page.text, `href="${MINE}/new"`)
    const form = `${MINE}/new/form?need=${desk.key}&amp;version=${desk.version.id}`
    assert.include(page.text, `href="${form}"`)
    const at = await client.get(`${MINE}/new?at=${desk.key}`)
    assert.equal(at.location, form.replace('&amp;', '&'), 'an end is no question')
  })

  test('H9 in the language of the person', async ({ assert }) => {
    await aHelpdesk()
    const client = await signedIn(await someCustomer({ locale: 'es' }))
    const { text } = await client.get(`${MINE}/new`)
    assert.include(text, '¿De qué se trata?')
    assert.include(text, 'Printer (es)')
  })

  test('H2 what is not in the menu leads to its beginning', async ({ assert }) => {
    await aHelpdesk()
    const client = await aCaller()
    for (const at of ['gone', '__proto__', 'x'.repeat(500)]) {
      const page = await client.get(`${MINE}/new?at=${at}`)
      assert.equal(page.status, 200)
      assert.include(page.text, 'no longer in the menu', at)
    }
    assert.equal((await client.get(`${MINE}/new?at[]=x`)).status, 200)
    for (const asked of ['', '?need=gone', `?need=${randomId()}&version=99`, '?need[]=x']) {
      const answer = await client.get(`${MINE}/new/form${asked}`)
      assert.equal(answer.location, `${MINE}/new?at=gone`, asked)
    }
  })

  test('H2 who is on the way keeps the menu with which they began', async ({ assert }) => {
    const desk = await aHelpdesk()
    const client = await aCaller()
    const old = `${MINE}/new/form?need=${desk.key}&version=${desk.version.id}`
    const key = randomId()
    await publish(desk, key)
    assert.include((await client.get(`${MINE}/new`)).text, 'Something else')
    assert.equal((await client.get(old)).status, 200)
    const now = await client.get(`${MINE}/new/form?need=${key}`)
    assert.equal(now.status, 200)
    const gone = await client.get(`${MINE}/new/form?need=${desk.key}`)
    assert.equal(gone.location, `${MINE}/new?at=gone`)
  })

  test('H6 a follow-up goes along the whole way; a foreign ticket is not there', async ({
    assert,
  }) => {
    const { client, desk, ticket } = await aPortal()
    const running = await client.get(`${MINE}/new?follow_up_of=${ticket.publicId}`)
    assert.notInclude(running.text, ticket.number, 'what runs needs no follow-up')
    await ticket.merge({ state: 'cancelled' }).save()
    const query = `follow_up_of=${ticket.publicId}`
    const page = await client.get(`${MINE}/new?${query}`)
    assert.include(page.text, `Follow-up of ${ticket.number}`)
    assert.include(page.text, `${MINE}/new?at=${placeOf(desk).key}&amp;${query}`)
    const stranger = await aCaller()
    assert.equal((await stranger.get(`${MINE}/new?${query}`)).status, 404)
    const form = `${MINE}/new/form?need=${desk.key}&${query}`
    assert.equal((await stranger.get(form)).status, 404)
  })

  test('without a menu there is a way to the people', async ({ assert }) => {
    const page = await (await aCaller()).get(`${MINE}/new`)
    assert.include(page.text, 'no tickets can be opened')
    assert.include(page.text, 'href="/contact"')
  })
})
