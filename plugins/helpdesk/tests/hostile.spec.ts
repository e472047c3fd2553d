import { test } from '@japa/runner'
import { StoredFile } from '#core/files'
import { Ticket } from '#plugins/helpdesk/models/ticket'
import { NOW } from '#plugins/helpdesk/tests/helpdesk'
import { hostileDesk } from '#plugins/helpdesk/tests/hostile_desk'
import { EMAIL, mailedLink, mailsTo, MINE, pdf, staffSay } from '#plugins/helpdesk/tests/portal'
import { signedIn, someCustomer, someStaff } from '#tests/accounts/people'
import { MARKUP, POISONS, Seen, shows } from '#tests/journeys/hostile'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { visitor } from '#tests/web/visitor'

/** Where the team sees many tickets at once, on pages and in files. */
const DESK = [
  ...['tickets', 'tickets/export?format=csv', 'tickets/export?format=xlsx', 'open'],
  ...['statistics', 'statistics/table?format=csv', 'statistics/table?format=xlsx', 'intake/import'],
]

test.group('hostile texts in tickets', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  /** Sends the form of a page, and looks at what comes. */
  async function sends(
    seen: Seen,
    client: HttpClient,
    path: string,
    given: Record<string, string | File>
  ) {
    const forms = (await seen.look(client, path)).forms()
    const form = forms.find(({ action }) => action.startsWith(MINE))!
    const own = form.fields as Record<string, string>
    const hasFile = Object.values(given).some((value) => typeof value !== 'string')
    const sent = hasFile
      ? await client.upload(form.action, { ...own, ...given })
      : await client.post(form.action, { ...own, ...(given as Record<string, string>) })
    return seen.add(path, await client.follow(seen.add(path, sent)))
  }

  for (const [kind, poison] of Object.entries(POISONS)) {
    test(`${kind} stays text on every page and in every mail`, async ({ assert }) => {
      const desk = await hostileDesk(poison)
      const seen = new Seen()
      const line = poison.split('\r')[0]
      const user = await someCustomer({ email: EMAIL, firstName: line, lastName: line })
      const client = await signedIn(user)
      await seen.look(client, `${MINE}/new`)
      await seen.look(client, `${MINE}/new?at=${desk.version.tree.children[0].key}`)
      await seen.look(client, `${MINE}/new?at=${encodeURIComponent(poison)}`)
      const words = { description: poison, 'answers[device]': line, files: pdf(`${line}.pdf`) }
      const form = `${MINE}/new/form?need=${desk.key}`
      await sends(seen, client, form, { ...words, urgency: poison })
      const opened = await sends(seen, client, form, { ...words, urgency: 'low' })
      assert.isTrue(shows(opened, line))
      const ticket = await Ticket.firstOrFail()
      const page = `${MINE}/${ticket.publicId}`
      await sends(seen, client, `${page}/addition`, { text: poison, files: pdf(`${line}.pdf`) })
      for (const word of ['answer', 'ask', 'propose'] as const) await staffSay(ticket, word, poison)
      const link = await mailedLink()
      seen.add('link', await visitor().post(link, {}))
      await sends(seen, client, `${page}/solution`, { answer: 'accept', text: poison })
      await sends(seen, client, `${page}/solution`, { answer: 'reject', text: poison })
      await staffSay(ticket, 'propose', poison)
      await sends(seen, client, `${page}/solution`, { answer: 'accept', text: '' })
      await sends(seen, client, `${page}/rating`, { comment: poison })
      await sends(seen, client, `${page}/rating`, { rating: '1', comment: poison })
      await sends(seen, client, `${page}/withdrawal`, { text: poison })
      await sends(seen, client, `${page}/cancellation`, { text: poison })
      for (const path of [MINE, `${MINE}/closed`, page, '/account', '/account/leave']) {
        await seen.look(client, path)
      }
      for (const { publicId } of await StoredFile.query().whereNotNull('recordId')) {
        await client.get(`/files/${publicId}`)
      }
      const staff = await signedIn(await someStaff({ role: 'owner', lastName: line }))
      for (const path of DESK) await seen.look(staff, `/admin/helpdesk/${path}`)
      const thread = await seen.look(staff, `/admin/helpdesk/tickets/${ticket.id}`)
      assert.isTrue(shows(thread, line))
      const path = `/admin/helpdesk/replies/${ticket.id}`
      const reply = (await seen.look(staff, path)).form(path)
      seen.add('refused', await staff.submit(reply, { word: poison, message: poison }))

      assert.deepEqual(seen.faults(), [])
      const mails = await mailsTo(EMAIL)
      assert.isAtLeast(mails.length, 5)
      for (const { html, subject } of mails) {
        assert.notMatch(html, MARKUP)
        assert.notMatch(subject, /[\r\n]/)
      }
      assert.equal((await Ticket.firstOrFail()).state, 'cancelled')
      console.log(`    ${kind}: ${seen.answers.length} answers`)
    }).timeout(60_000)
  }
})
