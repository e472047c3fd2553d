import type { Assert } from '@japa/assert'
import { test } from '@japa/runner'
import { readFileSync } from 'node:fs'
import type { Locator } from 'playwright-core'
import { openFrontDesk, type FrontDesk } from '#tests/journeys/front_desk'
import { withKeys, withMouse, type Acts } from '#tests/journeys/ways'
import { onward, openVisitor, type Visitor } from '#tests/kit/browser'
import { linksIn } from '#tests/kit/mailbox'

type Nested = { [key: string]: string | Nested }
type Language = 'es' | 'ca'

const SLOW_ENOUGH = 10_500
const PASSWORD = 'amber quiet harbour 42'
const DESCRIPTION = 'Impressora 3\nSurten fulls en blanc.'
const KINDS = /incidencia|incident|incidència|solicitud|sol·licitud|request/i
const FILE = { name: 'full.txt', mimeType: 'text/plain', buffer: Buffer.from('Full en blanc') }

/** The words of a customer's pages in one language, by the key of their file. */
function wordsIn(locale: Language) {
  const read = (file: string): Nested => JSON.parse(readFileSync(file, 'utf8')) as Nested
  const portal = read(`plugins/helpdesk/lang/${locale}/helpdesk/portal.json`)
  const urgencies = read(`plugins/helpdesk/lang/${locale}/helpdesk.json`).urgencies as Nested
  const words: Nested = { ...portal, urgencies }
  return (key: string): string => {
    const text = key.split('.').reduce<string | Nested>((at, part) => (at as Nested)[part], words)
    if (typeof text !== 'string') throw new Error(`No text ${key}`)
    return text
  }
}

/** A customer at a screen, how they act on it, and what was wrong on the pages they came through. */
type Way = {
  visitor: Visitor
  script: boolean
  email: string
  t: (key: string) => string
  faults: string[]
} & Acts

const main = ({ visitor }: Way) => visitor.page.locator('main')
const link = (way: Way, name: string | RegExp) => main(way).getByRole('link', { name }).first()
const content = (way: Way) => main(way).innerText()
const radio = (way: Way, name: string, value: string) =>
  main(way).locator(`[name="${name}"][value="${value}"]`)

/** Goes on, and looks at the page that comes: never a word of what kind of ticket it is (H1). */
async function go(way: Way, target: Locator): Promise<void> {
  await onward(way.visitor.page, () => way.press(target))
  await look(way)
}

async function look(way: Way): Promise<void> {
  const found = [...(way.script ? await way.visitor.axe() : []), ...way.visitor.problems()]
  const path = new URL(way.visitor.page.url()).pathname
  const told = path.includes('/helpdesk') && KINDS.exec(await way.visitor.page.content())
  if (told) found.push(`tells the kind: ${told[0]}`)
  way.faults.push(...found.map((fault) => `${path}: ${fault}`))
}

/** Sends the form of the page with its one button. */
const send = (way: Way) => go(way, main(way).locator('form.form button[type=submit]').last())

test.group('004 Helpdesk', (group) => {
  let desk: FrontDesk
  let agent: Visitor

  group.setup(async () => {
    desk = await openFrontDesk()
    agent = await desk.staff('/admin/helpdesk/tickets?tab=running', 'owner')
    return async () => {
      await agent.close()
      await desk.close()
    }
  })

  /** H8: first access, by e-mail and captcha, then the three ways. */
  async function firstAccess(way: Way, assert: Assert): Promise<void> {
    const { page } = way.visitor
    await way.visitor.open('/helpdesk')
    await look(way)
    await go(way, link(way, way.t('ways.new')))
    assert.include(page.url(), '/sign-in')
    await go(way, main(way).locator('a[href*="/password"]').first())
    await way.type(page.locator('#email'), way.email)
    if (way.script) await page.locator('altcha-widget input[type=checkbox]').waitFor()
    else await desk.server.skip(SLOW_ENOUGH)
    await way.press(main(way).locator('form.form button[type=submit]').last())
    await page.waitForURL('**/password/sent')
    const links = linksIn(await desk.mailbox.next(way.email, 1))
    await page.goto(links.find((href) => new URL(href).pathname.startsWith('/password/'))!)
    await way.type(page.locator('#password'), PASSWORD)
    await way.type(page.locator('#password_confirmation'), PASSWORD)
    await send(way)
    for (const one of ['new', 'running', 'closed']) {
      assert.include(await content(way), way.t(`ways.${one}`))
    }
  }

  /** The password is new, so they sign in with it once; it leads to where they wanted to go. */
  async function signIn(way: Way): Promise<void> {
    const { page } = way.visitor
    await go(way, link(way, way.t('ways.new')))
    await way.type(page.locator('#email'), way.email)
    await way.type(page.locator('#password'), PASSWORD)
    await onward(page, () => page.keyboard.press('Enter'))
  }

  /** H2, H3: one question a page, then the form with a file. */
  async function openTicket(way: Way, assert: Assert): Promise<string> {
    const { page } = way.visitor
    await go(way, main(way).locator('a[href*="at=printer"]').first())
    await go(way, main(way).locator('.link-list a').first())
    await way.choose(radio(way, 'urgency', 'medium'))
    await way.type(page.locator('#description'), DESCRIPTION)
    await page.locator('input[type=file]').setInputFiles(FILE)
    await send(way)
    const summary = await content(way)
    for (const told of ['Impressora 3', 'full.txt', way.t('urgencies.medium')]) {
      assert.include(summary, told)
    }
    return /T-\d{4}-\d{5}/.exec(summary)![0]
  }

  /** A member of the team writes, on the page of the panel. */
  async function teamProposes(number: string, text: string): Promise<void> {
    const sql = 'select id from helpdesk_tickets where number = ?'
    const [{ id }] = await desk.server.query<{ id: number }>(sql, [number])
    const { page } = agent
    await agent.open(`/admin/helpdesk/replies/${id}`)
    await page.locator('[name=word][value=propose]').check()
    await page.fill('#message', text)
    await onward(page, () => page.locator('#reply button[type=submit]').last().click())
  }

  /** H5: the tick in the list of running tickets. */
  async function answer(way: Way, number: string, how: 'accept' | 'reject', text = '') {
    await way.visitor.open('/account/helpdesk')
    const row = main(way).locator('tr', { hasText: number })
    await go(way, row.locator('a[href$="/solution"]'))
    await way.choose(radio(way, 'answer', how))
    if (text) await way.type(way.visitor.page.locator('#text'), text)
    await send(way)
  }

  async function throughIt(way: Way, assert: Assert): Promise<void> {
    const { page } = way.visitor
    await firstAccess(way, assert)
    await signIn(way)
    const number = await openTicket(way, assert)
    const mails = [await desk.mailbox.next(way.email, 3)]
    assert.include(mails[0].subject!, number)

    await way.visitor.open('/account/helpdesk')
    const running = main(way).locator('tr', { hasText: number })
    await go(way, running.locator('a[href$="/addition"]'))
    await way.type(page.locator('#text'), 'Des del dilluns.')
    await send(way)
    assert.include(await content(way), 'Des del dilluns.')

    await teamProposes(number, 'Apagui-la i torni-la a engegar.')
    mails.push(await desk.mailbox.next(way.email, 4))
    await answer(way, number, 'reject', 'Encara surten en blanc.')
    assert.include(await content(way), 'Encara surten en blanc.')

    await teamProposes(number, 'Hem canviat el tòner.')
    mails.push(await desk.mailbox.next(way.email, 5))
    await answer(way, number, 'accept')
    assert.include(await page.locator('body').innerText(), way.t('states.closed'))

    await way.visitor.open('/account/helpdesk/closed')
    await look(way)
    await go(way, main(way).locator('tr', { hasText: number }).getByRole('link').first())
    const register = await content(way)
    for (const told of ['Hem canviat el tòner.', 'Encara surten en blanc.', 'Impressora 3']) {
      assert.include(register, told)
    }
    for (const { subject, text, html } of mails) {
      assert.notMatch(`${subject} ${text} ${html}`, KINDS)
    }
    assert.equal(way.faults.join('\n'), '')
  }

  const ways = [
    { how: 'in Spanish, with a mouse on a wide screen', language: 'es', width: 1280 },
    { how: 'in Catalan, on a phone without JavaScript', language: 'ca', width: 390, script: false },
    { how: 'in Spanish, by keyboard alone', language: 'es', width: 1280, keys: true },
  ] as const
  for (const [nth, { how, language, width, ...rest }] of ways.entries()) {
    const { script = true, keys = false } = { script: true, keys: false, ...rest }
    test(`H1–H9 ${how}: from first access to the register of closed tickets`, async ({
      assert,
      cleanup,
    }) => {
      const email = `customer${nth}@example.org`
      await desk.server.query(
        `update accounts_users set locale = ?, email = ? where kind = 'customer'`,
        [language, email]
      )
      const address = `10.14.0.${nth + 1}`
      const options = { url: desk.server.url, locale: language, width, javaScript: script, address }
      const visitor = await openVisitor(options)
      cleanup(() => visitor.close())
      visitor.page.setDefaultTimeout(20_000)
      const acts = keys ? withKeys(visitor) : withMouse
      const way = { visitor, script, email, t: wordsIn(language), faults: [], ...acts }
      await throughIt(way, assert)
    }).timeout(240_000)
  }
})
