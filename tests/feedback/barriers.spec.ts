import { test } from '@japa/runner'
import { appUrl } from '#config/app'
import { OutboxMail, renderMail } from '#core/messaging'
import { LOCALES, Organisation } from '#core/organisation'
import { clock, forgetCaches } from '#core/platform'
import { captcha } from '#core/web'
import { Report } from '#app/feedback/models/report'
import { HOSTILE, isClean } from '#tests/admin/desk'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { statementsOf } from '#tests/kit/statements'
import { visitor } from '#tests/web/visitor'

const PAGE = '/accessibility/feedback'
const TOLD = { page: 'the calendar', problem: 'I cannot reach the times by keyboard.' }
let proofs = 0

const open = async (client: HttpClient, referer?: string) =>
  (await client.get(PAGE, referer ? { referer } : {})).form(PAGE)
const solved = () => ({ altcha: `solved:feedback-${++proofs}` })

async function tell(fields: Record<string, string> = {}, client = visitor()) {
  return client.submit(await open(client), { ...TOLD, ...solved(), ...fields })
}

async function mailTo(email: string | null) {
  await (await Organisation.findOrFail(1)).merge({ email, defaultLocale: 'pl' }).save()
  forgetCaches()
}

test.group('V5 Telling of a barrier', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => {
    captcha.fake()
    return () => captcha.restore()
  })

  test('anybody can, and need not say who they are', async ({ assert }) => {
    const client = visitor({ language: 'de' })
    const sent = await client.submit(await open(client), { ...TOLD, ...solved() })
    assert.equal(sent.status, 303)
    const page = await client.follow(sent)
    assert.equal(page.url, `${client.base}${PAGE}/sent`)
    assert.include(page.text, 'Danke, Ihre Nachricht ist da')
    const report = await Report.firstOrFail()
    const { page: where, problem, name, email, locale, state } = report
    const kept = { page: where, problem, name, email, locale, state }
    assert.deepEqual(kept, { ...TOLD, name: null, email: null, locale: 'de', state: 'open' })
    assert.equal(client.cookie('session'), undefined)
  })

  test('the organisation learns of it by mail, and reads the rest in the panel', async ({
    assert,
  }) => {
    await mailTo('desk@aurora.example')
    await tell({ full_name: 'Ada Vornberg', email: 'ada@example.org' })
    const [mail, ...others] = await OutboxMail.all()
    assert.isEmpty(others)
    assert.deepEqual([mail.toAddress, mail.locale], ['desk@aurora.example', 'pl'])
    const rendered = await renderMail(mail)
    if (!rendered.ok) throw new Error(rendered.reason)
    const { subject, html } = rendered.mail
    assert.equal(subject, 'Ktoś zgłasza barierę na stronach serwisu')
    assert.include(html, 'Chodzi o stronę: the calendar')
    assert.include(html, 'czeka na odpowiedź')
    assert.include(html, `/admin/feedback/reports/${(await Report.firstOrFail()).id}`)
    for (const secret of ['keyboard', 'Ada', 'ada@example.org']) assert.notInclude(html, secret)
  })

  test('without an address of the organisation it is kept, and no mail goes', async ({
    assert,
  }) => {
    await mailTo(null)
    assert.equal((await tell()).location, `${PAGE}/sent`)
    assert.lengthOf(await Report.all(), 1)
    assert.isEmpty(await OutboxMail.all())
  })

  test('what is wrong is said above and beside the field, and nothing is lost', async ({
    assert,
  }) => {
    const problem = '  '
    const full = { page: 'x'.repeat(250), full_name: 'Ada', email: 'no address', problem }
    const again = await tell(full)
    assert.equal(again.status, 422)
    assert.match(again.text, /error-summary[\s\S]*href="#problem"[\s\S]*href="#email"/)
    assert.include(again.text, 'Please enter an e-mail address such as name@example.org.')
    const { fields } = again.form(PAGE)
    assert.deepEqual(
      [fields.page, fields.full_name, fields.email],
      [full.page, 'Ada', 'no address']
    )
    const long = 'x'.repeat(4001)
    const tooLong = await tell({ problem: long })
    assert.equal(tooLong.status, 422)
    assert.include(tooLong.text, `>${long}</textarea>`)
    assert.isEmpty(await Report.all())
  })

  test('a form sent twice is one report, and both are told so', async ({ assert }) => {
    await mailTo('desk@aurora.example')
    const client = visitor()
    const fields = { ...TOLD, ...solved() }
    const form = await open(client)
    const answers = await Promise.all([client.submit(form, fields), client.submit(form, fields)])
    assert.deepEqual(
      answers.map(({ location }) => location),
      [`${PAGE}/sent`, `${PAGE}/sent`]
    )
    assert.lengthOf(await Report.all(), 1)
    assert.lengthOf(await OutboxMail.all(), 1)
    const other = await client.submit(await open(client), fields)
    assert.equal(other.status, 422, 'its proof is used up for another form')
  })

  test('without JavaScript the form is taken once it is ten seconds old', async ({ assert }) => {
    captcha.restore()
    clock.freeze(Date.parse('2027-01-18T09:00:00Z'))
    const client = visitor()
    const form = await open(client)
    const early = await client.submit(form, TOLD)
    assert.equal(early.status, 422)
    assert.equal(early.form(PAGE).fields.page, TOLD.page)
    clock.freeze(clock.now() + 10_000)
    const trapped = await client.submit(form, { ...TOLD, website: 'https://spam.example' })
    assert.equal(trapped.status, 422)
    const sent = await client.submit(early.form(PAGE), TOLD)
    assert.equal(sent.location, `${PAGE}/sent`)
    assert.lengthOf(await Report.all(), 1)
  })

  test('too many from one address are refused with what was typed', async ({ assert }) => {
    const client = visitor()
    for (let i = 0; i < 12; i++) assert.equal((await tell({}, client)).status, 303)
    const refused = await tell({}, client)
    assert.equal(refused.status, 429)
    assert.include(refused.text, 'Nothing is lost.')
    assert.equal(refused.form(PAGE).fields.page, TOLD.page)
    assert.lengthOf(await Report.all(), 12)
    assert.equal((await tell()).status, 303, 'others still can')
  })

  test('the page from which somebody came is filled in, never one with a secret', async ({
    assert,
  }) => {
    const filledIn = async (referer: string) => (await open(visitor(), referer)).fields.page
    assert.equal(await filledIn(`${appUrl}/contact?lang=de`), '/contact')
    assert.equal(await filledIn(`${appUrl}/`), '/')
    for (const path of [
      ...['/accessibility', '/booking/manage/s3cret', '/queue/tickets/s3cret'],
      ...['/account', '/account/booking/s3cret'],
      ...['/nowhere/at/all', '/register/s3cret', '/admin/feedback/reports/1'],
    ]) {
      assert.equal(await filledIn(appUrl + path), '', path)
    }
    assert.equal(await filledIn('https://evil.example/contact'), '')
    assert.equal(await filledIn('nonsense'), '')
  })

  test('a secret link that somebody pastes is not kept', async ({ assert }) => {
    const link = `${appUrl}/booking/manage/s3cretToken?lang=de`
    await tell({ page: link, problem: `Opened ${link}, then /account/booking/s3cretId failed.` })
    const { page, problem } = await Report.firstOrFail()
    assert.equal(page, '/booking/manage/…')
    assert.equal(problem, 'Opened /booking/manage/…, then /account/booking/… failed.')
  })

  test('hostile words are only words, on the page and in the mail', async ({ assert }) => {
    await mailTo('desk@aurora.example')
    const again = await tell({ page: HOSTILE, problem: HOSTILE, email: HOSTILE })
    assert.equal(again.status, 422)
    assert.isTrue(isClean(again))
    await tell({ page: HOSTILE, problem: HOSTILE, full_name: HOSTILE })
    assert.equal((await Report.firstOrFail()).problem, HOSTILE)
    const rendered = await renderMail(await OutboxMail.firstOrFail())
    assert.isTrue(rendered.ok && !rendered.mail.html.includes('<img src=x'))
  })

  test('looking changes nothing, and the pages speak eight languages', async ({ assert }) => {
    const seen = new Set<string>()
    for (const locale of LOCALES) {
      const page = await visitor({ language: locale }).get(PAGE)
      seen.add(/<h1>(.*)<\/h1>/.exec(page.text)![1])
      assert.notMatch(page.text, /(feedback|validator|ui)\.[a-z_]+\./)
    }
    assert.lengthOf([...seen], LOCALES.length - 1, 'Spanish and Catalan share the words')
    const sent = await statementsOf(() => visitor().get(PAGE))
    assert.isAtMost(sent.length, 6)
    assert.isEmpty(await Report.all())
  })
})
