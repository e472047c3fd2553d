import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, SYSTEM, transaction } from '#core/platform'
import { runDueJobs } from '#core/jobs'
import {
  OutboxMail,
  queueMail,
  renderMail,
  renderSample,
  resendMail,
  TestMail,
  useMailTransport,
} from '#core/messaging'
import { purgeMails } from '#app/messaging/actions/purge_mails'
import { freshDatabase } from '#tests/kit/database'
import { withModule } from '#tests/jobs/kit'
import {
  anna,
  DAY,
  NOW,
  onlyMail,
  queueVisit,
  SecretMail,
  visit,
  VisitMail,
} from '#tests/messaging/mails'

test.group('Outbox', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => clock.freeze(NOW))
  group.each.setup(() => withModule('testing', { mails: [VisitMail, SecretMail] }))

  test('without a mail server a mail is kept, readable in the customer’s language', async ({
    assert,
  }) => {
    await queueVisit()
    assert.equal((await onlyMail()).state, 'queued')
    await runDueJobs()
    const mail = await onlyMail()
    assert.equal(mail.state, 'kept')
    const rendered = await renderMail(mail)
    assert.isTrue(rendered.ok)
    if (!rendered.ok) return
    assert.equal(rendered.mail.subject, 'AA042: Messaggio di prova')
    assert.include(rendered.mail.html, '<html lang="it"')
    assert.include(rendered.mail.text, 'La posta funziona')
    assert.include(rendered.mail.invite?.content ?? '', 'DTSTART:20270119T090000Z')
  })

  test('B13 mail to invented people never leaves the house', async ({ assert, cleanup }) => {
    const sent: string[] = []
    cleanup(useMailTransport({ send: async (mail) => void sent.push(mail.to.email) }))
    await queueVisit({ to: 'amaris@demo.invalid' })
    await runDueJobs()
    assert.equal((await onlyMail()).state, 'kept')
    assert.deepEqual(sent, [])
  })

  test('no mail without its business: both roll back', async ({ assert }) => {
    await assert.rejects(() =>
      transaction(async (trx) => {
        await queueMail(trx, VisitMail, { ...anna, data: visit })
        throw new Error('refused')
      })
    )
    assert.lengthOf(await OutboxMail.all(), 0)
    assert.equal((await runDueJobs()).done, 0)
  })

  test('a second mail for the same cause is not written', async ({ assert }) => {
    const queue = () =>
      transaction((trx) =>
        queueMail(trx, VisitMail, { ...anna, data: visit, dedupeKey: 'cause-1' })
      )
    assert.isNotNull(await queue())
    assert.isNull(await queue())
    assert.lengthOf(await OutboxMail.all(), 1)
  })

  test('every kind of mail has a sample in every language', async ({ assert }) => {
    const sample = await renderSample(TestMail, 'pl')
    assert.equal(sample.subject, 'Wiadomość próbna')
    assert.include(sample.text, 'Poczta działa')
  })

  test('staff send a kept mail again as it is, and a sent one as a new mail', async ({
    assert,
    cleanup,
  }) => {
    await queueVisit()
    await runDueJobs()
    const sent: string[] = []
    cleanup(useMailTransport({ send: async (_, messageId) => void sent.push(messageId) }))
    const resend = async (mail: OutboxMail) => transaction((trx) => resendMail(trx, mail, SYSTEM))

    const mail = await onlyMail()
    assert.deepEqual(await resend(mail), { ok: true, mailId: mail.id })
    assert.deepEqual(await resend(mail), { ok: false, reason: 'on_its_way' })
    await runDueJobs()
    await mail.refresh()
    assert.equal(mail.state, 'sent')
    assert.equal(mail.sentAt, NOW)

    assert.isTrue((await resend(mail)).ok)
    await runDueJobs()
    assert.lengthOf(sent, 2)
    assert.notEqual(sent[0], sent[1])
    assert.lengthOf(await db.from('audit_entries').where('action', 'messaging.resent'), 2)
  })

  test('a secret is neither shown nor sent again, and gone once sent', async ({
    assert,
    cleanup,
  }) => {
    await transaction((trx) => queueMail(trx, SecretMail, { ...anna, data: { token: 'canary' } }))
    cleanup(useMailTransport({ send: async () => {} }))
    await runDueJobs()
    const mail = await onlyMail()
    assert.equal(mail.state, 'sent')
    assert.deepEqual(mail.data, {})
    assert.deepEqual(await renderMail(mail), { ok: false, reason: 'confidential' })
    const resent = await transaction((trx) => resendMail(trx, mail, SYSTEM))
    assert.deepEqual(resent, { ok: false, reason: 'confidential' })
  })

  test('mails go after the days the operator set, unsent secrets after one or with the last attempt', async ({
    assert,
  }) => {
    const queueSecret = () =>
      transaction((trx) => queueMail(trx, SecretMail, { ...anna, data: { token: 'canary' } }))
    await queueSecret()
    await runDueJobs()
    await queueSecret()
    const secrets = async () => {
      await purgeMails()
      const mails = await OutboxMail.query().orderBy('id')
      return mails.map(({ state, data }) => [state, Object.keys(data).length])
    }
    clock.advance(DAY + 1)
    assert.deepEqual(await secrets(), [
      ['kept', 0],
      ['queued', 1],
    ])
    clock.advance(DAY)
    assert.deepEqual(await secrets(), [
      ['kept', 0],
      ['queued', 0],
    ])
    clock.advance(89 * DAY)
    assert.deepEqual(await secrets(), [])
  })
})
