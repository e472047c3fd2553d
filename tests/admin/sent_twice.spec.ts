import { test } from '@japa/runner'
import { AuditEntry } from '#core/audit'
import { Customer } from '#core/customers'
import { OutboxMail, queueMail, TestMail } from '#core/messaging'
import { transaction } from '#core/platform'
import { atDesk } from '#tests/admin/desk'
import { Thing, THINGS, withThings } from '#tests/admin/things'
import { freshDatabase } from '#tests/kit/database'
import type { Answer } from '#tests/kit/http'

const CUSTOMERS = '/admin/customers/customers'
const FOUR = [1, 2, 3, 4]

const isFile = ({ headers }: Answer) => ({
  disposition: headers.get('content-disposition'),
  sniffing: headers.get('x-content-type-options'),
  policy: headers.get('content-security-policy'),
  cache: headers.get('cache-control'),
})

test.group('Forms of the panel that are sent twice at once', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => withThings())

  test('make one record, also where a use case makes it', async ({ assert }) => {
    const desk = await atDesk('manager')
    const form = (await desk.get(`${CUSTOMERS}/create`)).form(CUSTOMERS)
    const typed = { firstName: 'Ada', lastName: 'Twice', locale: 'en' }
    const answers = await Promise.all(FOUR.map(() => desk.submit(form, typed)))
    const made = await Customer.query().where('lastName', 'Twice')
    assert.lengthOf(made, 1)
    for (const { location } of answers) assert.equal(location, `${CUSTOMERS}/${made[0].id}`)
    await desk.submit(form, { ...typed, firstName: 'Ida' })
    assert.lengthOf(await Customer.query().where('lastName', 'Twice'), 2, 'another person')
  })

  test('what was refused is asked anew', async ({ assert }) => {
    const desk = await atDesk('manager')
    const form = (await desk.get(`${CUSTOMERS}/create`)).form(CUSTOMERS)
    const refused = await desk.submit(form, { firstName: '', lastName: 'Late', locale: 'en' })
    assert.equal(refused.status, 422)
    const saved = await desk.submit(refused.form(CUSTOMERS), { firstName: 'Ada' })
    assert.equal(saved.status, 303)
  })

  test('do one thing with a record', async ({ assert }) => {
    const to = { to: 'ada@example.org', toName: 'Ada', locale: 'en' as const }
    await transaction((trx) => queueMail(trx, TestMail, { ...to, data: {} }))
    const mail = await OutboxMail.firstOrFail()
    await mail.merge({ state: 'failed' }).save()
    const desk = await atDesk('manager')
    const path = `/admin/messaging/mails/${mail.id}`
    const form = (await desk.get(`${path}/resend`)).form('/resend')
    const answers = await Promise.all(FOUR.map(() => desk.submit(form)))
    for (const { location } of answers) assert.equal(location, path)
    assert.lengthOf(await AuditEntry.query().where('action', 'messaging.resent'), 1)
    assert.include((await desk.follow(answers[3])).text, 'The mail is on its way.')
  })

  test('a record removed twice is gone, and nobody meets a missing page', async ({ assert }) => {
    const thing = await Thing.create({ title: 'Gone', isLent: false })
    const desk = await atDesk('owner')
    const form = (await desk.get(`${THINGS}/${thing.id}/remove`)).form('/remove')
    const answers = await Promise.all(FOUR.map(() => desk.submit(form)))
    for (const { location } of answers) assert.equal(location, THINGS)
  })

  test('a file is saved, never shown, and made again for whoever asks again', async ({
    assert,
  }) => {
    const thing = await Thing.create({ title: 'Lamp', isLent: false })
    const desk = await atDesk('owner')
    const form = (await desk.get(`${THINGS}/${thing.id}/label`)).form('/label')
    const refused = await desk.submit(form, { copies: 'many' })
    assert.equal(refused.status, 422)
    for (const file of [
      await desk.submit(form, { copies: '2' }),
      await desk.submit(form, { copies: '2' }),
    ]) {
      assert.equal(file.text, '<script>alert(2)</script>')
      assert.deepEqual(isFile(file), {
        disposition: `attachment; filename="_tikett__Lamp_.html"; filename*=UTF-8''%C3%89tikett%20%22Lamp%22.html`,
        sniffing: 'nosniff',
        policy: "sandbox; default-src 'none'",
        cache: 'no-store',
      })
    }
    const page = await desk.submit(
      (await desk.get(`${THINGS}/actions/price-list`)).form('/price-list')
    )
    assert.equal(page.text, 'title;price')
    assert.match(isFile(page).disposition ?? '', /^attachment; filename="prices.csv"/)
  })
})
