import { test } from '@japa/runner'
import type { FormField } from '#core/forms'
import { Appointment } from '#plugins/booking/models/appointment'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'
import { anOffer, easyCaptcha, NOW, PERSON, Visit } from '#plugins/booking/tests/visit'

const NINE = rome('2027-01-19 09:00')

const FIELDS: FormField[] = [
  { key: 'people', kind: 'number', label: { en: 'People' }, required: true, min: 1, max: 12 },
  { key: 'note', kind: 'long_text', label: { en: 'Note' }, required: false, maxLength: 50 },
  { key: 'privacy', kind: 'consent', label: { en: 'I agree' }, required: true },
]

test.group('The details', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => easyCaptcha())
  frozenAt(group, NOW)

  async function chosen(fields?: FormField[]): Promise<Visit> {
    const visit = new Visit(visitor(), await anOffer({ fields }))
    await visit.choose(NINE)
    return visit
  }

  test('B8 required fields carry an asterisk that is explained', async ({ assert }) => {
    const visit = await chosen(FIELDS)
    const { text } = await visit.client.get(visit.draft())
    assert.match(text, /marks a field that must be filled in/)
    for (const name of [
      'first_name',
      'last_name',
      'email',
      'answers[people]',
      'answers[privacy]',
    ]) {
      const control = text.split('<input').find((tag) => tag.includes(`name="${name}"`))!
      assert.match(control.split('>')[0], /required/, name)
    }
    const phone = text.split('<input').find((tag) => tag.includes('name="phone"'))!
    assert.notMatch(phone.split('>')[0], /required/)
    assert.include(text, 'autocomplete="email"')
  })

  test('B8 every mistake is told in words, at its field and in the summary', async ({ assert }) => {
    const visit = await chosen(FIELDS)
    const page = await visit.enter({
      first_name: ' ',
      email: 'ada@',
      'answers[people]': '40',
      'answers[note]': 'No hurry',
    })
    assert.equal(page.status, 422)
    const summary = /<div class="error-summary"[^]*?<\/div>/.exec(page.text)![0]
    const links = [...summary.matchAll(/href="#([^"]+)">([^<]+)</g)]
    assert.sameMembers(
      links.map(([, id]) => id),
      ['first_name', 'email', 'answer-people', 'answer-privacy']
    )
    for (const [, id, sentence] of links) {
      assert.include(page.text, `id="${id}"`)
      assert.notMatch(sentence, /booking\.|forms\.|validat|undefined/)
    }
    assert.include(page.text, 'value="ada@"')
    assert.include(page.text, 'value="40"')
    assert.include(page.text, 'No hurry')
    const later = await visit.client.get(visit.draft())
    assert.include(later.text, 'value="Vornberg"')
    assert.include(later.text, 'value="40"')
  })

  test('B8 even what is far too long comes back as far as it can be kept', async ({ assert }) => {
    const visit = await chosen()
    const page = await visit.enter({ first_name: 'A'.repeat(3000), email: 'ada@example.org' })
    assert.equal(page.status, 422)
    assert.include(page.text, `value="${'A'.repeat(100)}"`)
    assert.include(page.text, 'value="Vornberg"')
    assert.include(page.text, 'value="ada@example.org"')
  })

  test('B8 answers that the form does not ask for are dropped', async ({ assert }) => {
    const visit = await chosen(FIELDS)
    const answers = { 'answers[people]': '2', 'answers[privacy]': '1' }
    const next = await visit.enter({
      ...answers,
      'answers[admin]': 'yes',
      'answers[__proto__]': 'x',
    })
    assert.equal(next.location, visit.draft('/confirmation'))
    await visit.confirm()
    const appointment = await Appointment.firstOrFail()
    assert.deepEqual(appointment.answers, {
      people: 2,
      note: null,
      privacy: { accepted: true, locale: 'en' },
    })
  })

  test('B8 text of customers never becomes markup', async ({ assert }) => {
    const visit = await chosen(FIELDS)
    const hostile = '"><script>alert(1)</script>{{ 7777*7777 }}'
    const page = await visit.enter({ first_name: hostile, 'answers[note]': hostile })
    assert.notInclude(page.text, '<script>alert')
    const filled = { first_name: hostile, 'answers[people]': '2', 'answers[privacy]': '1' }
    const check = await visit.client.follow(await visit.enter(filled))
    assert.include(check.url, '/confirmation')
    assert.notInclude(check.text, '<script>alert')
    assert.notInclude(check.text, '60481729')
  })

  test('the check cannot be reached before the details are complete', async ({ assert }) => {
    const visit = await chosen()
    for (const answer of [
      await visit.client.get(visit.draft('/confirmation')),
      await visit.confirm(),
    ]) {
      assert.equal(answer.location, visit.draft())
    }
    assert.lengthOf(await Appointment.all(), 0)
  })

  test('a wrong link says so and offers the way on', async ({ assert }) => {
    for (const path of ['/booking/drafts/wrong', '/booking/drafts/wrong/confirmation']) {
      const page = await visitor().get(path)
      assert.equal(page.status, 410)
      assert.include(page.text, 'This link is no longer valid')
      assert.include(page.text, 'href="/booking"')
    }
    const posted = await visitor().post('/booking/drafts/wrong', PERSON)
    assert.equal(posted.status, 410)
  })

  test('secrets of addresses are told to nobody', async ({ assert }) => {
    const visit = await chosen()
    const { headers } = await visit.client.get(visit.draft())
    assert.equal(headers.get('referrer-policy'), 'no-referrer')
    assert.equal(headers.get('x-robots-tag'), 'noindex, nofollow')
    assert.match(headers.get('cache-control')!, /no-store|private/)
  })
})
