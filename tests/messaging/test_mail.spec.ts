import { test } from '@japa/runner'
import { AuditEntry } from '#core/audit'
import { OutboxMail, sendTestMail, smtpTransport, useMailTransport } from '#core/messaging'
import { transaction } from '#core/platform'
import { saveSetting } from '#core/settings'
import { failureKind } from '#app/messaging/domain/delivery_failure'
import { replyTo } from '#app/messaging/settings'
import { atDesk } from '#tests/admin/desk'
import { freshDatabase } from '#tests/kit/database'
import { openMailbox, type Mailbox } from '#tests/kit/mailbox'

const PAGE = '/admin/messaging/mails/actions/send-test'
const STAFF = { kind: 'staff', id: 3 } as const

const through = (port: number) =>
  useMailTransport(smtpTransport({ host: '127.0.0.1', port, connectionTimeout: 2000 }))

test.group('The test mail', (group) => {
  let mailbox: Mailbox
  group.each.setup(() => freshDatabase())
  group.each.setup(async () => {
    mailbox = await openMailbox()
    const restore = through(Number(mailbox.env.SMTP_PORT))
    return async () => {
      restore()
      await mailbox.close()
    }
  })

  const send = async (fields: Record<string, string> = {}) => {
    const client = await atDesk('owner')
    const answer = await client.submit((await client.get(PAGE)).form('/send-test'), fields)
    return answer.location ? client.follow(answer) : answer
  }

  test('P5 goes to the person who asks, at once', async ({ assert }) => {
    const answer = await send()
    assert.equal(answer.status, 200)
    assert.lengthOf(mailbox.mails, 1)
    assert.equal(mailbox.mails[0].subject, 'Test message')
    assert.include(answer.text, `The mail server took the message`)
    const [entry] = await AuditEntry.query().where('action', 'messaging.test_sent')
    assert.equal(entry.objectId, 'messaging.test')
  })

  test('what the mail server says stands on the page, explained', async ({ assert }) => {
    mailbox.refuse(550, 'Sender not known here')
    const answer = await send()
    assert.include(answer.text, 'The server refuses this message')
    assert.include(answer.text, 'Sender not known here')
  })

  test('a server that is not there is told from one that refuses', async ({ assert }) => {
    await mailbox.close()
    const answer = await send()
    assert.include(answer.text, 'The server refuses the connection')
    mailbox = await openMailbox()
  })

  test('without a mail server it is kept in the outbox', async ({ assert }) => {
    const restore = useMailTransport(null)
    const answer = await send({ to: 'desk@example.org' })
    restore()
    assert.include(answer.text, 'There is no mail server')
    const mail = await OutboxMail.query().firstOrFail()
    assert.equal(mail.toAddress, 'desk@example.org')
  })

  test('an invented address never meets the server', async ({ assert }) => {
    const sent = await sendTestMail({ to: 'a@demo.invalid', locale: 'de', actor: STAFF })
    assert.deepEqual(sent, { outcome: 'kept' })
    assert.lengthOf(mailbox.mails, 0)
  })

  test('answers go where the setting says', async ({ assert }) => {
    await transaction((trx) => saveSetting(trx, replyTo, 'answers@example.org', STAFF))
    await sendTestMail({ to: 'a@example.org', locale: 'de', actor: STAFF })
    assert.deepEqual(mailbox.mails[0].replyTo, [{ name: '', address: 'answers@example.org' }])
  })

  test('no address and no e-mail address are refused in words', async ({ assert }) => {
    for (const address of ['', 'nobody']) {
      const answer = await send({ to: address })
      assert.equal(answer.status, 422, address)
      assert.match(answer.text, /id="to-error"/)
    }
    assert.lengthOf(mailbox.mails, 0)
  })

  test('the stages of a failure are told apart', ({ assert }) => {
    const error = (code: string, message = '') => Object.assign(new Error(message), { code })
    assert.equal(failureKind(error('EDNS')), 'unknown_host')
    assert.equal(failureKind(error('EAUTH')), 'sign_in')
    assert.equal(failureKind(error('ETIMEDOUT')), 'no_answer')
    assert.equal(failureKind(error('ESOCKET', 'connect ECONNREFUSED 127.0.0.1:1')), 'unreachable')
    assert.equal(failureKind(error('ESOCKET', 'wrong version number')), 'encryption')
    assert.equal(failureKind(new Error('odd')), 'other')
  })
})
