import { test } from '@japa/runner'
import { LOCALES } from '#core/organisation'
import {
  anOffer,
  easyCaptcha,
  EMAIL,
  linkOf,
  mailsTo,
  NOW,
  Visit,
} from '#plugins/booking/tests/visit'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { pdfDictionaries, pdfText } from '#tests/kit/pdf_text'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'

const NINE = rome('2027-01-19 09:00')

async function fileOf(manage: string, language: string) {
  const address = new URL(`${manage}/ticket.pdf`, visitor().base)
  const answer = await fetch(address, { headers: { 'accept-language': language } })
  return { headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
}

/** Texts of a page as they are read, to be found again in the document. */
const lettersOf = (text: string) => text.replaceAll(/&#x27;|&#39;/g, "'").replaceAll(/\s+/g, '')

test.group('The ticket as a document', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => easyCaptcha())
  frozenAt(group, NOW)

  async function booked() {
    const visit = new Visit(visitor(), await anOffer())
    await visit.book(NINE, { first_name: 'Zenobia' })
    const [mail] = await mailsTo(EMAIL)
    return { visit, mail, manage: linkOf(mail, '/booking/manage/') }
  }

  test('B10 page and mail lead to it', async ({ assert }) => {
    const { manage, mail } = await booked()
    const page = await visitor().get(manage)
    assert.include(page.text, `href="${manage}/ticket.pdf"`)
    assert.include(page.text, 'Save as PDF')
    assert.include(mail.html, `${manage}/ticket.pdf`)
  })

  test('B10 it says in every language what the page says, and no name', async ({ assert }) => {
    const { manage } = await booked()
    for (const language of LOCALES) {
      const { headers, bytes } = await fileOf(manage, language)
      assert.equal(headers.get('content-type'), 'application/pdf')
      assert.equal(headers.get('content-disposition'), 'attachment; filename="AA001.pdf"')
      assert.equal(headers.get('cache-control'), 'no-store')
      const said = lettersOf(pdfText(bytes).join(''))
      const page = (await visitor({ language }).get(manage)).text
      const shown = [...page.matchAll(/<d[td]>([^<]*)<\/d[td]>/g)].map(([, text]) => text)
      assert.isAtLeast(shown.length, 6)
      for (const text of shown) assert.include(said, lettersOf(text), language)
      for (const text of ['AA001', 'OtticaProva']) assert.include(said, text)
      assert.notMatch(said, /Zenobia|Vornberg|@/)
      assert.match(pdfDictionaries(bytes), new RegExp(`/Lang \\(${language}-`))
    }
  })

  test('a cancelled appointment has no code any more', async ({ assert }) => {
    const { manage } = await booked()
    assert.include(pdfDictionaries((await fileOf(manage, 'en')).bytes), '/S /Figure')
    const client = visitor()
    const { fields } = (await client.get(`${manage}/cancellation`)).form('cancellation')
    await client.post(`${manage}/cancellation`, fields)
    const { bytes } = await fileOf(manage, 'en')
    assert.notInclude(pdfDictionaries(bytes), '/S /Figure')
    assert.include(pdfText(bytes).join(' '), 'Cancelled')
    assert.notInclude((await visitor().get(manage)).text, 'ticket.pdf')
  })
})
