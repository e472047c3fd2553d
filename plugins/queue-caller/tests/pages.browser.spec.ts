import { test } from '@japa/runner'
import { faultsOf } from '#tests/kit/accessibility'
import { openVisitor, type Visitor } from '#tests/kit/browser'
import { textsIn, unseenRoutes } from '#tests/kit/page_states'
import { KioskHall } from '#plugins/queue-caller/tests/kiosk_hall'
import { pageStates, type QueueState } from '#plugins/queue-caller/tests/page_states'

const SCREENS = [
  [320, 'dark'],
  [1280, 'light'],
] as const

/** Pages that the browser reports as such are asserted elsewhere. */
const EXPECTED = /^422 for .*check-in$/

/** What is the same in English: names of the demo, of languages, and some German words. */
const NAMES = /Sportello|Schalter|^(Deutsch|Español|English|Polski)$|2026|minutos|^Name$/

test.group('Pages of kiosks and tickets in a browser', (group) => {
  let hall: KioskHall
  let states: QueueState[]

  group.setup(async () => {
    hall = await KioskHall.open()
    await hall.server.query(`update accounts_users set locale = 'de' where kind = 'staff'`)
    states = await pageStates(hall)
    return async () => void (await hall.server.stop())
  })

  async function staff(options: object): Promise<Visitor> {
    const visitor = await openVisitor({ url: hall.server.url, ...options })
    await visitor.open('/sign-in?next=/admin')
    await visitor.page.fill('[name=email]', 'desk@demo.invalid')
    await visitor.page.fill('[name=password]', hall.password('desk'))
    await visitor.page.keyboard.press('Enter')
    await visitor.page.waitForURL((url) => url.pathname === '/admin')
    visitor.problems()
    return visitor
  }

  test('every GET route of kiosks and tickets is looked at', ({ assert }) => {
    const own = /^(kiosk_|check_ins|phone_tickets|departures|printed_tickets)/
    const unseen = unseenRoutes('queue-caller', states, ({ name }) => own.test(name))
    assert.deepEqual(unseen, [])
  })

  test('every page and state is accessible and fits', async ({ assert }) => {
    const options = { locale: 'de-DE' }
    const visitors = {
      kiosk: await hall.person(options),
      staff: await staff({ ...options, address: '10.9.2.1' }),
      anybody: await openVisitor({ url: hall.server.url, ...options, address: '10.9.1.1' }),
    }
    const faults: Record<string, string[]> = {}
    for (const { name, path, act, as = 'anybody' } of states) {
      const visitor = visitors[as]
      await visitor.open(path)
      await act?.(visitor.page)
      const found = await faultsOf(visitor, `queue-${name}`, SCREENS)
      const faulty = found.filter((fault) => !EXPECTED.test(fault))
      if (faulty.length > 0) faults[name] = faulty
    }
    await Promise.all(Object.values(visitors).map((visitor) => visitor.close()))
    assert.deepEqual(faults, {})
  }).timeout(200_000)

  for (const language of ['de', 'pl']) {
    test(`no English stands on any page in ${language}`, async ({ assert }) => {
      const same: Record<string, string[]> = {}
      for (const { name, path, act, as } of states) {
        if (act || as === 'staff') continue
        const read = async (lang: string) => {
          const query = `${path.includes('?') ? '&' : '?'}in=${lang}&lang=${lang}`
          const cookie = as === 'kiosk' ? hall.cookie : ''
          return textsIn((await hall.server.client().get(path + query, { cookie })).text, NAMES)
        }
        const inEnglish = await read('en')
        const shared = [...(await read(language))].filter((text) => inEnglish.has(text))
        if (shared.length > 0) same[name] = shared
      }
      assert.deepEqual(same, {})
    }).timeout(60_000)
  }
})
