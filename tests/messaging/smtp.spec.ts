import { test } from '@japa/runner'
import PostalMime from 'postal-mime'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/platform'
import { runDueJobs } from '#core/jobs'
import { smtpTransport, useMailTransport } from '#core/messaging'
import { mailGoesOut } from '#app/messaging/health'
import { freshDatabase } from '#tests/kit/database'
import { withModule } from '#tests/jobs/kit'
import { MINUTE, NOW, onlyMail, queueVisit, VisitMail } from '#tests/messaging/mails'
import { smtpStub, type SmtpMode } from '#tests/messaging/smtp_stub'

test.group('SMTP', (group) => {
  let stub: Awaited<ReturnType<typeof smtpStub>>
  group.each.setup(() => freshDatabase())
  group.each.setup(() => clock.freeze(NOW))
  group.each.setup(() => withModule('testing', { mails: [VisitMail] }))
  group.each.setup(async () => {
    stub = await smtpStub()
    const restore = useMailTransport(
      smtpTransport({
        host: '127.0.0.1',
        port: stub.port,
        socketTimeout: 500,
        greetingTimeout: 500,
      })
    )
    return async () => {
      restore()
      await stub.close()
    }
  })

  test('B10 the mail arrives with both parts, the invitation and a fixed Message-ID', async ({
    assert,
  }) => {
    await queueVisit()
    await runDueJobs()
    assert.equal((await onlyMail()).state, 'sent')
    const raw = stub.taken[0]
    const mail = await PostalMime.parse(raw)
    assert.equal(mail.messageId, `<${(await onlyMail()).messageId}>`)
    assert.equal(mail.subject, 'AA042: Messaggio di prova')
    assert.deepEqual(mail.to, [{ name: 'Anna Rossi', address: 'anna@example.org' }])
    assert.include(mail.html ?? '', 'La posta funziona</h1>')
    assert.include(mail.text ?? '', 'La posta funziona')
    assert.match(raw, /^Auto-Submitted: auto-generated\r$/m)
    assert.match(raw, /^Content-Type: text\/calendar; charset=utf-8; method=REQUEST\r$/m)
    const invite = mail.attachments.find((one) => one.filename === 'invite.ics')
    assert.include(new TextDecoder().decode(invite?.content as ArrayBuffer), 'METHOD:REQUEST')
  })

  for (const mode of ['busy', 'hang', 'drop'] satisfies SmtpMode[]) {
    test(`a mail server in mode ${mode} is tried again, with the same Message-ID`, async ({
      assert,
    }) => {
      stub.mode = mode
      await queueVisit()
      assert.equal((await runDueJobs()).retried, 1)
      const mail = await onlyMail()
      assert.equal(mail.state, 'queued')
      assert.isNotNull(mail.lastError)
      stub.mode = 'accept'
      clock.advance(MINUTE)
      await runDueJobs()
      await mail.refresh()
      assert.equal(mail.state, 'sent')
      assert.equal(mail.attempts, 2)
      const messages = await Promise.all(stub.taken.map((raw) => PostalMime.parse(raw)))
      assert.deepEqual(
        messages.map((message) => message.messageId),
        [`<${mail.messageId}>`]
      )
    })
  }

  test('a refusal for good is failed at once, without the address in the reason', async ({
    assert,
  }) => {
    stub.mode = 'refuse'
    await queueVisit()
    assert.deepEqual(await runDueJobs(), { done: 1, retried: 0, failed: 0, lost: 0 })
    const mail = await onlyMail()
    assert.equal(mail.state, 'failed')
    assert.include(mail.lastError ?? '', '550')
    assert.notInclude(mail.lastError ?? '', 'anna')
    assert.isFalse((await mailGoesOut.check()).ok)
  })

  test('a server that is away for two days makes the mail failed, and staff are told early', async ({
    assert,
  }) => {
    stub.mode = 'busy'
    await queueVisit()
    for (const minutes of [0, 1, 5]) {
      clock.advance(minutes * MINUTE)
      await runDueJobs()
    }
    assert.deepEqual(await mailGoesOut.check(), { ok: false, detail: '1 mails did not go out' })
    for (let quarter = 0; quarter < 48 * 4; quarter++) {
      clock.advance(15 * MINUTE)
      await runDueJobs()
    }
    const mail = await onlyMail()
    assert.equal(mail.state, 'failed')
    assert.equal(mail.attempts, 16)
  })

  test('a worker that died after the server took the mail: one duplicate, same Message-ID', async ({
    assert,
  }) => {
    await queueVisit()
    await runDueJobs()
    await db.from('messaging_mails').update({ state: 'sending' })
    await db
      .from('jobs_jobs')
      .where('kind', 'messaging.deliver')
      .update({ state: 'running', claimed_by: 'dead', claimed_until: NOW + 30_000 })
    clock.advance(30_001)
    await runDueJobs()
    const messages = await Promise.all(stub.taken.map((raw) => PostalMime.parse(raw)))
    const { messageId } = await onlyMail()
    assert.deepEqual(
      messages.map((message) => message.messageId),
      [`<${messageId}>`, `<${messageId}>`]
    )
    assert.equal((await onlyMail()).state, 'sent')
  })
})
