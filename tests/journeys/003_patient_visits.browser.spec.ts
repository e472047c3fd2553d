import type { Assert } from '@japa/assert'
import { test } from '@japa/runner'
import type { Locator } from 'playwright-core'
import { openFrontDesk, type FrontDesk } from '#tests/journeys/front_desk'
import { onward, openVisitor, type Visitor } from '#tests/kit/browser'
import { demoPerson } from '#tests/kit/demo_people'
import { inProcesses } from '#tests/kit/processes'

const PROCESS = 'tests/journeys/clinic_process.ts'
const UNIT = 'Przychodnia nad Strugą'
const HEALTH = ['Badanie wzroku', 'okulistyczna', 'Lindowa', 'Nie mogę przyjść']
const REASON = 'Nie mogę przyjść: mam gorączkę.'

/** A patient at a screen, how they act on it, and what was wrong on the pages they came through. */
type Way = {
  visitor: Visitor
  script: boolean
  press: (target: Locator) => Promise<unknown>
  type: (target: Locator, text: string) => Promise<unknown>
  faults: string[]
}

const withMouse = {
  press: (target: Locator) => target.click(),
  type: (target: Locator, text: string) => target.fill(text),
}

/** By keyboard alone: everything is reached by Tab. */
const withKeys = (visitor: Visitor) => ({
  press: async (target: Locator) => {
    await visitor.tabTo(target)
    await visitor.page.keyboard.press('Enter')
  },
  type: async (target: Locator, text: string) => {
    await visitor.tabTo(target)
    await visitor.page.keyboard.type(text)
  },
})

const link = ({ visitor }: Way, name: string | RegExp) =>
  visitor.page.locator('main').getByRole('link', { name }).first()
const button = ({ visitor }: Way, name: string | RegExp) =>
  visitor.page.locator('main').getByRole('button', { name }).first()
const content = ({ visitor }: Way) => visitor.page.locator('main').innerText()

async function go(way: Way, target: Locator): Promise<void> {
  await onward(way.visitor.page, () => way.press(target))
  const found = [...(way.script ? await way.visitor.axe() : []), ...way.visitor.problems()]
  const path = new URL(way.visitor.page.url()).pathname
  way.faults.push(...found.map((fault) => `${path}: ${fault}`))
}

test.group('003 Patient visits', (group) => {
  let desk: FrontDesk
  let signIn: string[]
  let mails = 0

  group.setup(async () => {
    desk = await openFrontDesk()
    await inProcesses(
      1,
      PROCESS,
      {},
      { ...desk.server.place.env, ENV_PATH: desk.server.variables.ENV_PATH }
    )
    const { password } = demoPerson(desk.server, 'customer')
    signIn = ['patient@example.org', password]
    await desk.server.query(
      `update accounts_users set locale = 'pl', email = 'patient@example.org' where kind = 'customer'`
    )
    return () => desk.close()
  })

  const nextMail = async () => {
    const { subject, text, html, attachments } = await desk.mailbox.next(signIn[0], ++mails)
    return { subject: subject!, all: JSON.stringify([subject, text, html, attachments]) }
  }

  /** The days and times of a visit: another day than now, and a time on it. */
  async function choose(way: Way): Promise<string> {
    const { page } = way.visitor
    // Wide screens show the month, phones the next days.
    const day = page.locator('a[href*="day="]:is(.month__day, .link-list__item):visible').last()
    const label = await day.getAttribute('href')
    await way.press(day)
    await page.waitForURL((url) => label!.includes(url.searchParams.get('day') ?? 'none'))
    const slot = page.locator('.time-slot').nth(3)
    const time = (await slot.locator('[aria-hidden]').innerText()).trim()
    await go(way, slot)
    return time
  }

  async function throughIt(way: Way, assert: Assert) {
    const { page } = way.visitor
    await way.visitor.open('/visits?lang=pl')
    await go(way, link(way, 'Moje wizyty lekarskie'))
    await way.type(page.locator('#email'), signIn[0])
    await way.type(page.locator('#password'), signIn[1])
    await onward(page, () => page.keyboard.press('Enter'))
    assert.include(await page.locator('h1').innerText(), 'Moje wizyty lekarskie')

    await go(way, link(way, 'Umów wizytę'))
    await go(way, link(way, 'Badanie wzroku'))
    const first = await choose(way)
    const check = await content(way)
    for (const told of [UNIT, 'Badanie wzroku', first, 'do 24 godzin']) assert.include(check, told)
    await go(way, button(way, 'Umów wizytę'))
    assert.include(
      await page.locator('body').innerText(),
      'Wizyta jest umówiona. Wyślemy też e-mail.'
    )
    const booked = await nextMail()
    assert.equal(booked.subject, 'Wizyta jest potwierdzona')

    await go(way, link(way, 'Moje wizyty lekarskie'))
    const row = page.locator('main tbody tr', { hasText: UNIT }).first()
    await go(way, row.getByRole('link').first())
    const details = await content(way)
    for (const told of ['Lindowa', 'Gabinet 4', 'Proszę przynieść obecne okulary.', first]) {
      assert.include(details, told)
    }

    await go(way, link(way, 'Zmień termin'))
    assert.include(await content(way), `Teraz: `)
    await page.locator('.time-slot').first().waitFor()
    await go(way, page.locator('.time-slot').first())
    assert.include(await page.locator('body').innerText(), 'Termin jest zmieniony.')
    const moved = await nextMail()
    assert.equal(moved.subject, 'Wizyta ma nowy termin')

    await go(way, link(way, 'Odwołaj wizytę'))
    assert.include(await content(way), 'Badanie wzroku')
    await way.type(page.locator('#reason'), REASON)
    await go(way, button(way, 'Tak, odwołaj wizytę'))
    assert.include(
      await page.locator('body').innerText(),
      'Wizyta jest odwołana. Wyślemy też e-mail.'
    )
    const cancelled = await nextMail()
    assert.equal(cancelled.subject, 'Wizyta jest odwołana')
    for (const { all } of [booked, moved, cancelled]) {
      for (const word of HEALTH) assert.equal(all.includes(word), false, word)
    }
    await go(way, link(way, 'Moje wizyty lekarskie'))
    await go(way, link(way, 'Minione i odwołane'))
    assert.include(
      await page.locator('main tbody tr').first().innerText(),
      'Odwołana przez pacjenta'
    )
    assert.equal(way.faults.join('\n'), '')
  }

  const ways = {
    'with a mouse on a wide screen': { width: 1280 },
    'on a phone without JavaScript': { width: 390, javaScript: false },
    'by keyboard alone': { width: 1280, keys: true },
  }
  for (const [how, { width, javaScript = true, keys = false }] of Object.entries(ways) as [
    string,
    { width: number; javaScript?: boolean; keys?: boolean },
  ][]) {
    test(`V1–V4 in Polish, ${how}: books, reads, moves and cancels a visit`, async ({
      assert,
      cleanup,
    }) => {
      const options = { url: desk.server.url, locale: 'pl-PL', width, javaScript }
      const visitor = await openVisitor(options)
      cleanup(() => visitor.close())
      const acts = keys ? withKeys(visitor) : withMouse
      await throughIt({ visitor, script: javaScript, faults: [], ...acts }, assert)
    }).timeout(180_000)
  }

  test('V2, V4 logs, stored mails and the trail do not tell what a visit was about', async ({
    assert,
  }) => {
    const { server } = desk
    const log = server.process.output()
    assert.include(log, 'Sportello is ready')
    const stored = await Promise.all(
      ['messaging_mails', 'audit_entries', 'jobs_jobs', 'patient_visits_visits'].map((table) =>
        server.query(`select * from ${table}`)
      )
    )
    for (const word of HEALTH) {
      assert.notInclude(log, word)
      assert.notInclude(JSON.stringify(stored), word)
    }
  })
})
