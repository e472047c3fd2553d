import { test } from '@japa/runner'
import { saveSetting } from '#core/settings'
import { SYSTEM, transaction } from '#core/platform'
import {
  aPatient,
  aPractice,
  bookedVisit,
  EMAIL,
  MARKERS,
  MINE,
  NOW,
  wanted,
} from '#plugins/patient-visits/tests/clinic'
import { mailsTo } from '#plugins/patient-visits/tests/mails'
import { discreet } from '#plugins/patient-visits/settings'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { pdfDictionaries, pdfText } from '#tests/kit/pdf_text'
import { rome } from '#tests/scheduling/planner'

const NINE = rome('2027-01-19 09:00')
const WORDS = Object.values(MARKERS)

const letters = (text: string) => text.replaceAll(/\s/g, '')

async function lettersOfPdf(client: HttpClient, path: string): Promise<string> {
  const answer = await fetch(new URL(path, client.base), { headers: client.headers() })
  const bytes = Buffer.from(await answer.arrayBuffer())
  return letters(pdfText(bytes).join('') + pdfDictionaries(bytes))
}

test.group('Health data stay in the house', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  async function booked() {
    const practice = await aPractice()
    const { client } = await aPatient({ email: EMAIL })
    return { client, practice, ...(await bookedVisit(client, practice, { startsAt: NINE })) }
  }

  test('V2 mails, calendar and paper do not say of what kind a visit is', async ({ assert }) => {
    const { client, address } = await booked()
    const ics = (await client.get(`${address}/calendar.ics`)).text
    const pdf = await lettersOfPdf(client, `${address}/visit.pdf`)
    const ask = await client.get(`${address}/cancellation`)
    await client.submit(ask.form('/cancellation'), { reason: MARKERS.reason })
    const mails = await mailsTo(EMAIL)
    assert.lengthOf(mails, 2)
    assert.include(ics, 'SUMMARY:Visit (VV001)')
    assert.include(pdf, 'VV001')
    for (const word of WORDS) {
      assert.notInclude(ics, word)
      assert.notInclude(pdf, letters(word))
      for (const mail of mails) assert.notInclude(JSON.stringify(mail), word, mail.subject)
    }
    assert.include(mails[0].text, 'There is something to prepare for this visit')
  })

  test('V2 an operator may have them say it; the reason they never say', async ({ assert }) => {
    await transaction((trx) => saveSetting(trx, discreet, false, SYSTEM))
    const { client, address } = await booked()
    const ics = (await client.get(`${address}/calendar.ics`)).text
    assert.include(ics, MARKERS.type)
    const ask = await client.get(`${address}/cancellation`)
    await client.submit(ask.form('/cancellation'), { reason: MARKERS.reason })
    const mails = await mailsTo(EMAIL)
    for (const { text, html } of mails) {
      for (const word of [MARKERS.type, MARKERS.clinic, MARKERS.preparation]) {
        assert.include(text, word)
        assert.include(html, word)
      }
    }
    assert.notInclude(JSON.stringify(mails), MARKERS.reason)
  })

  test('V1 no address tells what a patient comes for', async ({ assert }) => {
    const { client, practice, address } = await booked()
    const times = `${MINE}/times?${new URLSearchParams(wanted(practice))}`
    for (const page of [MINE, `${MINE}/new`, times, address, `${address}/move`]) {
      const { text } = await client.get(page)
      const addresses = [...text.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, one]) => one)
      for (const word of [...WORDS, practice.service.slug]) {
        for (const one of addresses) assert.notInclude(decodeURIComponent(one), word, page)
      }
    }
  })
})
