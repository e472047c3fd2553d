import { test } from '@japa/runner'
import { LOCALES, type Locale } from '#core/organisation'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'
import { anOffer, easyCaptcha, EMAIL, mailsTo, NOW, Visit } from '#plugins/booking/tests/visit'

/** Each in the words of its language: month of the day, and one word of the sentence. */
const WORDS: Record<Locale, [month: string, sentence: RegExp]> = {
  es: ['enero', /cita/],
  pt: ['janeiro', /marcação/],
  en: ['January', /appointment/],
  fr: ['janvier', /rendez-vous/],
  it: ['gennaio', /appuntamento/],
  ca: ['gener', /cita/],
  de: ['Januar', /Termin/],
  pl: ['stycznia', /wizyt/i],
}
const ENGLISH = /\b(your|appointment|January|Hello|number|please|place|time|with|the|you)\b/i

test.group('Mails in the customer’s language', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => easyCaptcha())
  frozenAt(group, NOW)

  for (const locale of LOCALES) {
    test(`B10 ticket, other time, cancellation and link in ${locale}`, async ({ assert }) => {
      const name = { [locale]: 'Xyz-Service' }
      const offer = await anOffer({ service: { name, preparation: null } })
      const visit = new Visit(visitor({ language: locale }), offer)
      const manage = await visit.book(rome('2027-01-19 09:00'))
      await visit.client.post(`${manage}/move`, { starts_at: String(rome('2027-01-20 09:00')) })
      await visit.client.post(`${manage}/cancellation`, { reason: '' })
      await offer.service.merge({ confirmationMode: 'mail' }).save()
      const waiting = new Visit(visitor({ language: locale }), offer)
      await waiting.book(rome('2027-01-21 09:00'))
      const mails = await mailsTo(EMAIL)
      assert.deepEqual(
        mails.map(({ template }) => template),
        ['booking.ticket', 'booking.moved', 'booking.cancelled', 'booking.confirm_link']
      )
      for (const { template, subject, text, html } of mails) {
        assert.include(text, WORDS[locale][0], template)
        assert.match(text, WORDS[locale][1], template)
        assert.include(html, `lang="${locale}"`, template)
        assert.include(text, '09:00', template)
        assert.include(text, 'Ottica Prova', template)
        assert.notMatch(
          subject + text,
          /\{|\}|undefined|\bnull\b|booking\.\w|\s,|\s:\s*$| {2}:/,
          template
        )
        assert.notMatch(subject, /\s{2}|\s:(?!\s)|^\s/, template)
        const words = (subject + ' ' + text).replaceAll(/https?:\S+/g, '')
        if (locale !== 'en') assert.notMatch(words, ENGLISH, template)
      }
      assert.notMatch(mails[3].text, /\bAA\d{3}\b/)
      assert.include(mails[1].subject, 'AA001')
      if (process.env.SHOW_MAILS)
        console.log(mails.map((m) => `${m.subject}\n${m.text}`).join('\n'))
    })
  }
})
