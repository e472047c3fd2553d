import { once } from 'node:events'
import { connect } from 'node:net'
import { test } from '@japa/runner'
import { linksIn, openMailbox, type Mailbox } from '#tests/kit/mailbox'

const MAIL = [
  'From: Desk <desk@example.org>',
  'To: Ada Brandt <ada@example.org>',
  'Subject: =?utf-8?q?Ihr_Termin_am_Fr=C3=BChst=C3=BCckstisch?=',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Change it here: https://desk.example.org/booking/manage/abc',
  '.',
]

/** Speaks SMTP by hand and answers the server's last code. */
async function send(mailbox: Mailbox): Promise<string> {
  const socket = connect(Number(mailbox.env.SMTP_PORT), '127.0.0.1').setEncoding('utf8')
  const answer = async () => String((await once(socket, 'data'))[0])
  await answer()
  let last = ''
  for (const line of [
    'HELO test',
    'MAIL FROM:<desk@example.org>',
    'RCPT TO:<ada@example.org>',
    'DATA',
    MAIL.join('\r\n'),
  ]) {
    socket.write(`${line}\r\n`)
    last = await answer()
  }
  socket.end('QUIT\r\n')
  return last.slice(0, 3)
}

test.group('kit | mailbox', (group) => {
  let mailbox: Mailbox
  group.each.setup(async () => {
    mailbox = await openMailbox()
    return () => mailbox.close()
  })

  test('keeps what arrives, parsed', async ({ assert }) => {
    assert.equal(await send(mailbox), '250')
    const mail = await mailbox.next('ada@example.org')
    assert.equal(mail.subject, 'Ihr Termin am Frühstückstisch')
    assert.deepEqual(linksIn(mail), ['https://desk.example.org/booking/manage/abc'])
  })

  test('can refuse, and keeps nothing then', async ({ assert }) => {
    mailbox.refuse(451)
    assert.equal(await send(mailbox), '451')
    assert.deepEqual(mailbox.mails, [])
    mailbox.accept()
    assert.equal(await send(mailbox), '250')
  })
})
