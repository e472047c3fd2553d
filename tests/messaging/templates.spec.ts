import { test } from '@japa/runner'
import { AuditEntry } from '#core/audit'
import { runDueJobs } from '#core/jobs'
import { mailDefinitions, smtpTransport, useMailTransport } from '#core/messaging'
import { LOCALES } from '#core/organisation'
import { clock, disablePlugin, enablePlugin, urlFor } from '#core/platform'
import { OwnTexts } from '#app/messaging/models/own_texts'
import { atDesk, HOSTILE, isClean } from '#tests/admin/desk'
import { withModule } from '#tests/jobs/kit'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { unescapeHtml } from '#tests/kit/forms'
import { openMailbox, type Mailbox } from '#tests/kit/mailbox'
import { NOW, queueVisit, VisitMail } from '#tests/messaging/mails'

const TEMPLATES = '/admin/messaging/templates'
const TICKET = `${TEMPLATES}/booking.ticket`
const SUBJECT = 'own[booking.mails.ticket.subject]'
const TEXT = 'own[booking.mails.ticket.text]'

const german = (client: HttpClient) => client.get(`${TICKET}?language=de`)

async function reword(client: HttpClient, fields: Record<string, string>) {
  return client.submit(await texts(client), fields)
}

const texts = async (client: HttpClient) => (await german(client)).form('booking.ticket')

test.group('Mail templates', (group) => {
  let mailbox: Mailbox
  group.each.setup(() => freshDatabase())
  group.each.setup(() => clock.freeze(NOW))
  group.each.setup(async () => {
    mailbox = await openMailbox()
    const port = Number(mailbox.env.SMTP_PORT)
    const restore = useMailTransport(smtpTransport({ host: '127.0.0.1', port }))
    return async () => {
      restore()
      await mailbox.close()
    }
  })

  test('every mail is shown in every language, as mail, on a phone and as text', async ({
    assert,
  }) => {
    const owner = await atDesk('owner')
    const list = await owner.get('/admin/messaging/templates')
    assert.include(list.text, '>Customers</h2>')
    assert.include((await german(owner)).text, 'Ihr Termin AA042: Brillenanpassung')
    for (const { id } of mailDefinitions()) {
      assert.include(list.text, urlFor('messaging.template', { template: id }))
      for (const language of LOCALES) {
        for (const view of ['mail', 'phone', 'text']) {
          const query = { language, view }
          const page = await owner.get(urlFor('messaging.template', { template: id }, query))
          assert.equal(page.status, 200, `${id} ${language}`)
          assert.notInclude(page.text, 'translation missing')
        }
        const path = urlFor('messaging.template_preview', { template: id }, { language })
        const preview = await owner.get(path)
        assert.include(preview.text, `<html lang="${language}"`)
        assert.notInclude(preview.text, 'translation missing')
        assert.include(preview.headers.get('content-security-policy')!, "default-src 'none'")
      }
    }
  }).timeout(120_000)

  test('an own wording is what customers get, in that language alone, until it is restored', async ({
    assert,
    cleanup,
  }) => {
    const id = 'messaging.test'
    const owner = await atDesk('owner')
    const page = `/admin/messaging/templates/${id}?language=it`
    const form = async () =>
      (await owner.get(page)).forms().find(({ fields }) => 'own[messaging.test.heading]' in fields)!
    const kept = await owner.submit(await form(), {
      'own[messaging.test.heading]': 'Tutto bene',
      'own[messaging.test.body]': '{organisation} saluta',
    })
    assert.equal(kept.status, 303)
    const { text } = await owner.get(
      urlFor('messaging.template_preview', { template: id }, { language: 'it' })
    )
    assert.include(text, 'Tutto bene')
    assert.include(text, 'Sportello saluta')

    const button = /href="([^"]*send-sample[^"]*)"/.exec((await owner.get(page)).text)![1]
    const send = (await owner.get(unescapeHtml(button))).form('/send-sample')
    assert.deepInclude(send.fields, { mail: id, language: 'it', back: page })
    const sent = await owner.submit(send)
    assert.equal(sent.location, page)
    assert.include((await owner.follow(sent)).text, 'The mail server took the message')
    assert.include(mailbox.mails[0].html ?? '', 'Tutto bene')
    await owner.submit(send, { language: 'de' })
    assert.notInclude(mailbox.mails[1].html ?? '', 'Tutto bene')
    const list = await owner.get('/admin/messaging/templates')
    assert.include(list.text, 'Own texts: Italiano')

    await owner.submit(await form(), { restore: 'yes' })
    assert.lengthOf(await OwnTexts.all(), 0)
    cleanup(withModule('testing', { mails: [VisitMail] }))
    await queueVisit()
    await runDueJobs()
    assert.include(mailbox.mails[2].html ?? '', 'La posta funziona')
    const actions = await AuditEntry.query().where('object', 'messaging.template').orderBy('id')
    assert.deepEqual(
      actions.map(({ action }) => action),
      ['mail_reworded', 'test_sent', 'test_sent', 'mail_restored'].map((one) => `messaging.${one}`)
    )
  })

  test('a sample is asked for by the search too, and never of a plugin that rests', async ({
    assert,
  }) => {
    const manager = await atDesk('manager')
    const found = async (client: HttpClient) =>
      (await client.get('/admin/search?q=sample')).text.includes('/templates/send-sample"')
    assert.isTrue(await found(manager))
    assert.isFalse(await found(await atDesk('desk')))
    const form = () => manager.get(`${TEMPLATES}/send-sample`)
    const offered = await form()
    assert.include(offered.text, 'value="booking.ticket"')
    await disablePlugin('booking')
    assert.notInclude((await form()).text, 'value="booking.')
    assert.notInclude((await manager.get(TEMPLATES)).text, 'booking.ticket')
    const refused = await manager.submit(offered.form('/send-sample'), { mail: 'booking.ticket' })
    assert.equal(refused.status, 422)
    assert.lengthOf(mailbox.mails, 0)
    await enablePlugin('booking')
    assert.include((await manager.get(TEMPLATES)).text, 'booking.ticket')
  })

  test('the subject is worded too', async ({ assert }) => {
    const owner = await atDesk('owner')
    await owner.submit(await texts(owner), { [SUBJECT]: 'Bis bald: {number}' })
    const page = await german(owner)
    assert.match(page.text, /<strong>Bis bald: \w+<\/strong>/)
  })

  test('an unknown placeholder and an open brace are refused in words, and kept', async ({
    assert,
  }) => {
    const owner = await atDesk('owner')
    for (const [typed, said] of [
      ['Hallo {fremd}', 'There is a value that this mail does not know'],
      ['Hallo {number', 'The braces do not match'],
      ['{number, plural, other {#}}', 'There is a value that this mail does not know'],
      ['x'.repeat(3000), 'no more than 2,000 characters'],
    ]) {
      const answer = await owner.submit(await texts(owner), { [SUBJECT]: typed })
      assert.equal(answer.status, 422)
      assert.include(answer.text, said)
      assert.include(answer.text, typed.slice(0, 20))
    }
    const named = await owner.submit(await texts(owner), { [SUBJECT]: '{fremd}' })
    assert.include(named.text, '{number}, {service}')
    assert.lengthOf(await OwnTexts.all(), 0)
  })

  test('a hostile wording is printed as text', async ({ assert }) => {
    const owner = await atDesk('owner')
    const hostile = HOSTILE.replaceAll('{{ 7*7 }}', '')
    const answer = await owner.submit(await texts(owner), { [TEXT]: hostile })
    assert.equal(answer.status, 303)
    assert.isTrue(isClean(await german(owner)))
    assert.isTrue(isClean(await owner.get(`${TICKET}/preview?language=de`)))
  })

  test('two people see both versions instead of overwriting each other', async ({ assert }) => {
    const [one, other] = [await atDesk('owner'), await atDesk('manager')]
    const seen = await texts(other)
    await one.submit(await texts(one), { [TEXT]: 'Der erste Text' })
    const answer = await other.submit(seen, { [TEXT]: 'Der zweite Text' })
    assert.equal(answer.status, 409)
    assert.include(answer.text, 'Der erste Text')
    assert.include(answer.text, 'Der zweite Text')
    assert.equal(
      (await OwnTexts.firstOrFail()).texts['booking.mails.ticket.text'],
      'Der erste Text'
    )
  })

  test('unknown mails, languages and texts change nothing', async ({ assert }) => {
    const owner = await atDesk('owner')
    assert.equal((await owner.get('/admin/messaging/templates/nothing.here')).status, 404)
    assert.equal((await owner.get(`${TICKET}?language=xx&view=yy`)).status, 200)
    const answer = await reword(owner, { 'own[web.home.lead]': 'x', 'own[__proto__]': 'x' })
    assert.isBelow(answer.status, 400)
    assert.lengthOf(await OwnTexts.all(), 0)
  })

  test('the desk neither sees nor words templates', async ({ assert }) => {
    const desk = await atDesk('desk')
    assert.equal((await desk.get(TICKET)).status, 403)
  })
})
