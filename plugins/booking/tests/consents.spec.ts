import { test } from '@japa/runner'
import type { FormField } from '#core/forms'
import { Appointment } from '#plugins/booking/models/appointment'
import { anOffer, easyCaptcha, EMAIL, NOW, Visit } from '#plugins/booking/tests/visit'
import { signedIn, someCustomer } from '#tests/accounts/people'
import { statements } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'

const PAGE = '/account/consents'
const FIELDS: FormField[] = [
  {
    key: 'privacy',
    kind: 'consent',
    required: true,
    label: { en: 'I have <read> the privacy notice', de: 'Ich habe die Hinweise gelesen' },
  },
  { key: 'news', kind: 'consent', required: false, label: { en: 'Write to me' } },
]

test.group('Consents given with an appointment', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => easyCaptcha())
  frozenAt(group, NOW)

  test('V5 stand in the account with their words, date and version, and lead to it', async ({
    assert,
  }) => {
    const visit = new Visit(visitor(), await anOffer({ fields: FIELDS }))
    await visit.choose(rome('2027-01-19 09:00'))
    await visit.enter({ 'answers[privacy]': 'on' })
    await visit.confirm()
    const { publicId } = await Appointment.firstOrFail()
    const client = await signedIn(await someCustomer({ email: EMAIL }))
    const { text } = await client.get(PAGE)
    assert.include(text, 'I have &lt;read&gt; the privacy notice')
    assert.include(text, `href="/account/booking/${publicId}"`)
    assert.notInclude(text, 'Write to me')
    assert.isAtMost(await statements(() => client.get(PAGE)), 6)
    const other = await signedIn(await someCustomer())
    assert.notInclude((await other.get(PAGE)).text, 'privacy notice')
  })
})
