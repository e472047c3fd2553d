import { test } from '@japa/runner'
import { LOCALES } from '#core/organisation'
import { CancelTicket } from '#plugins/helpdesk/actions/cancel_ticket'
import type { Kind } from '#plugins/helpdesk/domain/intake'
import { aHelpdesk, asStaff, aTicket, NOW } from '#plugins/helpdesk/tests/helpdesk'
import {
  answers,
  mailedLink,
  mailsTo,
  MINE,
  requesterOf,
  staffSay,
  type Portal,
} from '#plugins/helpdesk/tests/portal'
import { signedIn, someCustomer } from '#tests/accounts/people'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { ROOT } from '#tests/kit/processes'
import { visitor } from '#tests/web/visitor'
import { readCatalogue } from '../../../bin/lint/languages/catalogue.js'

/** The words of the organisation for what kind of ticket it is, in code and in the languages. */
const KIND_WORDS = /\bincident|\brequests?\b|incidenci|incidente|solicitud|petici|störung|anfrage/i

/** Those, and their everyday translations, which texts for customers do without, too. */
const TRANSLATED =
  /\bdemandes?\b|prestation|\bpedidos?\b|solicita|\brichiest|sol·licitud|\bwunsch|\bwnios|incydent/i

test.group('What kind it is', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  /** Pages of a customer with a ticket that waits for an answer, and with one that is closed. */
  async function pagesOf({ client, desk, page }: Portal, closed: string): Promise<string[]> {
    const paths = [
      ...[MINE, `${MINE}/closed`, `${MINE}/new`, `${MINE}/new?at=gone`, page, closed],
      ...['addition', 'solution', 'cancellation'].map((step) => `${page}/${step}`),
      ...['rating', 'withdrawal', 'reopening'].map((step) => `${closed}/${step}`),
      `${MINE}/new/form?need=${desk.key}`,
    ]
    const texts: string[] = []
    for (const path of paths) texts.push((await client.get(path)).text)
    return texts
  }

  for (const kind of ['incident', 'request'] satisfies Kind[]) {
    test(`H1 no page, address or mail of a customer says that it is of the kind ${kind}`, async ({
      assert,
    }) => {
      const desk = await aHelpdesk({ kind })
      for (const locale of LOCALES) {
        const email = `bea.${locale}@example.org`
        const user = await someCustomer({ locale, email })
        const client = await signedIn(user)
        const requester = requesterOf(user)
        const [ticket, other, lost] = [
          await aTicket(desk, { requester, locale }),
          await aTicket(desk, { requester, locale }),
          await aTicket(desk, { requester, locale }),
        ]
        const page = `${MINE}/${ticket.publicId}`
        for (const word of ['answer', 'ask', 'propose'] as const) await staffSay(ticket, word)
        await staffSay(other, 'propose')
        const closed = `${MINE}/${other.publicId}`
        const portal: Portal = { desk, user, client, ticket, page }
        await answers({ ...portal, ticket: other, page: closed }, { answer: 'accept' })
        await new CancelTicket().handle({ ticketId: lost.id, text: null, by: await asStaff() })
        const link = await mailedLink(email)
        const mailed = [await visitor().get(link), await visitor().post(link, {})]
        const mails = await mailsTo(email)
        assert.isAtLeast(mails.length, 8)
        const texts = [
          ...(await pagesOf(portal, closed)),
          ...mailed.map(({ text }) => text),
          ...mails.flatMap(({ subject, html, text }) => [subject, html, text]),
        ]
        assert.deepEqual(
          texts.flatMap((text) => KIND_WORDS.exec(text)?.[0] ?? []),
          [],
          locale
        )
      }
    }).timeout(120_000)
  }

  test('H1 nor does any text that is written for customers', ({ assert }) => {
    const catalogue = readCatalogue(ROOT)
    const found = LOCALES.flatMap((locale) =>
      [...catalogue[locale]].filter(
        ([key, text]) =>
          /^helpdesk\.(portal|mails|mail_sample|urgencies)\./.test(key) &&
          (KIND_WORDS.test(text) || TRANSLATED.test(text))
      )
    )
    assert.deepEqual(found, [])
  })
})
