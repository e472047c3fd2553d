import { test } from '@japa/runner'
import PostalMime from 'postal-mime'
import db from '@adonisjs/lucid/services/db'
import { dialect, transaction } from '#core/platform'
import { runDueJobs } from '#core/jobs'
import { OutboxMail, queueMail, TestMail, useMailTransport } from '#core/messaging'
import type { Process } from '#tests/kit/processes'
import { eventually, startedProcess } from '#tests/jobs/processes'
import { acceptRows, refuseRows } from '#tests/jobs/database_trouble'
import { smtpStub } from '#tests/messaging/smtp_stub'

/** Our figure: a mail of a killed worker goes out again within a minute. */
const RESENT_WITHIN_MS = 60_000

const workers: Process[] = []

test.group('A mail and a killed worker', (group) => {
  group.each.setup(() => async () => {
    for (const worker of workers.splice(0)) if (!worker.hasEnded) await worker.kill9()
    for (const table of ['messaging_mails', 'jobs_jobs', 'jobs_workers'])
      await db.from(table).delete()
  })

  test('B10 killed between the server’s 250 and the mark: one duplicate at most, same Message-ID', async ({
    assert,
    cleanup,
  }) => {
    const stub = await smtpStub()
    cleanup(() => stub.close())
    const env = { SMTP_HOST: '127.0.0.1', SMTP_PORT: String(stub.port) }
    const startWorker = async () => {
      const worker = await startedProcess('Waiting for jobs', 'bin/console.ts', ['jobs:work'], env)
      workers.push(worker)
      return worker
    }

    const first = await startWorker()
    // Stopped before the 250 is sent, the worker can never read it; then it is killed.
    stub.beforeAnswer = async () => {
      first.child.kill('SIGSTOP')
      setTimeout(() => void first.kill9(), 200)
    }
    await transaction((trx) =>
      queueMail(trx, TestMail, { to: 'anna@example.org', locale: 'de', data: {} })
    )
    await eventually(() => first.hasEnded, 10_000)
    const killedAt = Date.now()
    assert.equal((await OutboxMail.firstOrFail()).state, 'sending')

    stub.beforeAnswer = async () => {}
    await startWorker()
    await eventually(
      async () => (await OutboxMail.firstOrFail()).state === 'sent',
      RESENT_WITHIN_MS
    )
    const resentAfter = Date.now() - killedAt
    const mails = await Promise.all(stub.taken.map((raw) => PostalMime.parse(raw)))
    console.log(
      `${dialect(db.connection())}: taken ${mails.length} times, sent again ${resentAfter} ms after kill -9`
    )
    assert.lengthOf(mails, 2)
    assert.lengthOf([...new Set(mails.map((mail) => mail.messageId))], 1)
    assert.isBelow(resentAfter, RESENT_WITHIN_MS)
  }).timeout(120_000)

  test('B10 a 250 that the database refuses to store at first is not sent twice', async ({
    assert,
    cleanup,
  }) => {
    let sent = 0
    cleanup(
      useMailTransport({
        async send() {
          sent++
          await refuseRows('messaging_mails', 'sent')
          setTimeout(() => void acceptRows('messaging_mails'), 300)
        },
      })
    )
    await transaction((trx) =>
      queueMail(trx, TestMail, { to: 'anna@example.org', locale: 'de', data: {} })
    )
    await runDueJobs()
    assert.equal((await OutboxMail.firstOrFail()).state, 'sent')
    assert.equal(sent, 1)
  })

  test('two transactions that queue the same mail at once write one', async ({ assert }) => {
    const queue = () =>
      transaction(async (trx) => {
        const mail = { to: 'anna@example.org', locale: 'de' as const, data: {}, dedupeKey: 'one' }
        return queueMail(trx, TestMail, mail)
      })
    const queued = await Promise.all(Array.from({ length: 8 }, queue))
    assert.lengthOf(queued.filter(Boolean), 1)
    assert.lengthOf(await OutboxMail.all(), 1)
  })
})
