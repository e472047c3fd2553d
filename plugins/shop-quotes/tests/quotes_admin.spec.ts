import { test } from '@japa/runner'
import { Quote } from '#plugins/shop-quotes/models/quote'
import {
  aRequest,
  deedsOf,
  mailsAbout,
  NOW,
  offers,
  quoteNow,
} from '#plugins/shop-quotes/tests/quotes'
import { signedIn, someStaff } from '#tests/accounts/people'
import { atDesk } from '#tests/admin/desk'
import { aPdf } from '#tests/files/corpus'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { aLocation } from '#tests/scheduling/planner'

const pathOf = ({ id }: Quote) => `/admin/shop-quotes/quotes/${id}`
const replyOf = ({ id }: Quote) => `/admin/shop-quotes/quote-replies/${id}`

async function aDesk() {
  const asked = await aRequest()
  const user = await someStaff({ role: 'desk', locale: 'en', firstName: 'Ada' })
  return { ...asked, staffUser: user, staff: await signedIn(user) }
}

const does = async (staff: HttpClient, quote: Quote, action: string, fields = {}) => {
  const page = `${pathOf(quote)}/${action}`
  return staff.submit((await staff.get(page)).form(page), fields)
}

const writes = async (staff: HttpClient, quote: Quote, fields: Record<string, string>) =>
  staff.submit((await staff.get(replyOf(quote))).form(replyOf(quote)), fields)

test.group('Quotes at the desk', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  test('S8 the list says what is to do, for whom, and what it comes to', async ({ assert }) => {
    const { staff, quote } = await aDesk()
    const list = await staff.get('/admin/shop-quotes/quotes')
    for (const word of [quote.number, 'Bea Nowhere', 'Glasses × 2', 'New']) {
      assert.include(list.text, word)
    }
    await offers(quote)
    assert.include((await staff.get('/admin/shop-quotes/quotes?tab=waiting')).text, '€121.00')
  })

  test('S8 staff take a request, ask, and the customer answers with a file', async ({ assert }) => {
    const { staff, staffUser, quote, client, page } = await aDesk()
    await does(staff, quote, 'take')
    assert.equal((await quoteNow(quote)).assigneeId, staffUser.id)
    await writes(staff, quote, { word: 'ask', message: 'Which colour?' })
    assert.equal((await mailsAbout(quote)).at(-1), 'shop-quotes.quote_asked')
    assert.include((await client.get(page)).text, 'Which colour?')
    const form = (await client.get(`${page}/words/answer`)).form('/words/answer')
    const pdf = new File([new Uint8Array(aPdf())], 'Face.pdf', { type: 'application/pdf' })
    const own = form.fields as Record<string, string>
    await client.upload(form.action, { ...own, text: 'Blue.', 'files[]': pdf })
    assert.deepEqual((await deedsOf(quote)).slice(1), [
      'reviewed in_review',
      'asked needs_info',
      'answered in_review',
    ])
    const shown = await staff.get(pathOf(quote))
    assert.include(shown.text, 'Face.pdf')
    const file = /\/files\/[\w-]{22}/.exec(shown.text)![0]
    assert.equal((await staff.get(file)).status, 200)
    assert.equal((await client.get(file)).status, 200)
  })

  test('S8 a note stays among staff', async ({ assert }) => {
    const { staff, quote, client, page } = await aDesk()
    await writes(staff, quote, { word: 'note', message: 'Difficult eyes.' })
    assert.include((await staff.get(pathOf(quote))).text, 'Difficult eyes.')
    assert.notInclude((await client.get(page)).text, 'Difficult eyes.')
  })

  test('S8 staff decline with a reason that the customer reads', async ({ assert }) => {
    const { staff, quote, client, page } = await aDesk()
    await does(staff, quote, 'decline', { reason: 'We have no such lenses.' })
    assert.equal((await quoteNow(quote)).state, 'declined')
    assert.include((await client.get(page)).text, 'We have no such lenses.')
  })

  test('S8 who was slower keeps what they wrote', async ({ assert }) => {
    const { staff, quote, client, page } = await aDesk()
    const form = (await staff.get(replyOf(quote))).form(replyOf(quote))
    const word = (await client.get(`${page}/words/withdraw`)).form('/words/withdraw')
    await client.submit(word, {})
    const late = await staff.submit(form, { word: 'ask', message: 'Which colour?' })
    assert.equal(late.status, 409)
    assert.include(late.text, 'Which colour?')
  })

  test('S8 staff of another location find nothing of it', async ({ assert }) => {
    const { quote } = await aDesk()
    const [here, there] = [await aLocation(), await aLocation()]
    await Quote.query().where('id', quote.id).update({ locationId: here.id })
    const [near, far] = [await atDesk('desk', [here]), await atDesk('desk', [there])]
    const paths = ['drafts', 'sendings', 'comparisons', 'replies'].map(
      (part) => `/admin/shop-quotes/quote-${part}/${quote.id}`
    )
    for (const path of [pathOf(quote), ...paths]) {
      assert.equal((await near.get(path)).status, 200, path)
      assert.equal((await far.get(path)).status, 404, path)
    }
  })

  test('S10 a line of a template asks in the language of who writes it', async ({ assert }) => {
    const desk = await signedIn(await someStaff({ role: 'manager', locale: 'it' }))
    const path = '/admin/shop-quotes/quote-templates'
    const page = await desk.get(`${path}/create`)
    const added = await desk.submit(page.form(path), { _step: 'lines.add' })
    for (const word of ['Aggiungi: riga', 'Prezzo unitario', 'Ordinaria']) {
      assert.include(added.text, word)
    }
  })
})
