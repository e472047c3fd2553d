import { test } from '@japa/runner'
import { createDemoUser } from '#core/accounts'
import { LOCALES } from '#core/organisation'
import { clock } from '#core/platform'
import { helpdeskDemo } from '#plugins/helpdesk/database/demo'
import { intakeProblems, needsOf } from '#plugins/helpdesk/domain/intake'
import { TICKET_STATES } from '#plugins/helpdesk/domain/ticket_states'
import { Entry } from '#plugins/helpdesk/models/entry'
import { IntakeNode } from '#plugins/helpdesk/models/intake_node'
import { IntakeVersion } from '#plugins/helpdesk/models/intake_version'
import { TeamMember } from '#plugins/helpdesk/models/team_member'
import { Template } from '#plugins/helpdesk/models/template'
import { Ticket } from '#plugins/helpdesk/models/ticket'
import { freshDatabase } from '#tests/kit/database'

test.group('Demo of the helpdesk', (group) => {
  group.each.setup(() => freshDatabase())

  async function loaded() {
    const people = [
      { email: 'owner@demo.invalid', role: 'owner' },
      { email: 'manager@demo.invalid', role: 'manager' },
      { email: 'desk@demo.invalid', role: 'desk' },
      { email: 'customer@demo.invalid', role: null },
    ]
    const users = []
    for (const person of people) {
      const names = { firstName: 'Celia', lastName: 'Marlago', locale: 'es' } as const
      users.push((await createDemoUser({ ...person, ...names })).user)
    }
    await helpdeskDemo()
    return users.at(-1)!
  }

  test('H2 the menu is whole, in every language, as a draft and published', async ({ assert }) => {
    await loaded()
    const { number, tree } = await IntakeVersion.firstOrFail()
    assert.equal(number, 1)
    assert.lengthOf(tree.children, 4)
    assert.lengthOf(needsOf(tree), 10)
    assert.deepEqual(
      LOCALES.flatMap((locale) => intakeProblems(tree, locale)),
      []
    )
    const texts = [...(await IntakeNode.all()), ...(await Template.all())].flatMap((row) =>
      row instanceof Template ? [row.text] : [row.label, row.hint, row.question]
    )
    assert.lengthOf(await IntakeNode.all(), 14)
    assert.lengthOf(
      needsOf(tree).filter(({ need }) => need!.formId !== null),
      2
    )
    for (const text of texts) if (text) assert.sameMembers(Object.keys(text), [...LOCALES])
  })

  test('H5, H6 the demo account has a ticket in every state, and others have theirs', async ({
    assert,
  }) => {
    const { id: userId } = await loaded()
    const tickets = await Ticket.query().orderBy('id').preload('customer')
    assert.lengthOf(tickets, 26)
    const own = tickets.filter(({ customer }) => customer.userId === userId)
    assert.sameMembers([...new Set(own.map(({ state }) => state))], [...TICKET_STATES])
    assert.includeMembers(
      own.map(({ closedBy }) => closedBy),
      ['customer', 'time']
    )
    assert.isAbove(tickets.filter(({ rejected }) => rejected > 0).length, 1)
    assert.isAbove(tickets.filter(({ reopened }) => reopened > 0).length, 1)
    assert.isAbove(tickets.filter(({ rating }) => rating !== null).length, 7)
    assert.lengthOf(await TeamMember.all(), 4)
    const opened = tickets.map(({ createdAt }) => createdAt)
    assert.deepEqual(
      opened,
      opened.toSorted((a, b) => a - b)
    )
    const entries = await Entry.all()
    assert.isTrue(entries.every(({ createdAt }) => createdAt <= clock.now()))
    assert.isAbove(entries.filter(({ deed }) => deed === 'noted').length, 1)
  })

  test('loading it again changes nothing', async ({ assert }) => {
    await loaded()
    const { length } = await Entry.all()
    await helpdeskDemo()
    assert.lengthOf(await Entry.all(), length)
  })
})
