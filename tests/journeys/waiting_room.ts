import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import decodeQR from 'qr/decode.js'
import { onward, openVisitor, type Visitor } from '#tests/kit/browser'
import { openFrontDesk, shiftToTuesday, type FrontDesk } from '#tests/journeys/front_desk'
import { rome } from '#tests/scheduling/planner'

const COUNTER = '.queue-now__code'
/** What follows a touch of the kiosk counts only once it has stood a moment. */
const SETTLED_MS = 450

type Shown = { code: string; counter: string; at: number }
type Event = { kind: string; code: string; at: number }

declare global {
  interface Window {
    noteCall(call: Shown): Promise<void>
  }
}

/** The optician of the demo on a Tuesday morning: customer, kiosk, screen, and staff who sign in. */
export class WaitingRoom {
  /** Calls as they came onto the screen, by the real time of its browser. */
  readonly shown: Shown[] = []

  private constructor(
    readonly desk: FrontDesk,
    readonly customer: Visitor,
    readonly kiosk: Visitor,
    readonly screen: Visitor
  ) {}

  static async open(time: string): Promise<WaitingRoom> {
    const today = new Date(Date.now() + shiftToTuesday()).toISOString().slice(0, 10)
    // Stuttgart has the time of Rome.
    const desk = await openFrontDesk({ time: rome(`${today} ${time}`) })
    const visitor = () => openVisitor({ url: desk.server.url, locale: 'en-GB' })
    const visitors = [await visitor(), await visitor(), await visitor()] as const
    for (const { page } of visitors) page.setDefaultTimeout(15_000)
    const room = new WaitingRoom(desk, ...visitors)
    await room.#watchScreen()
    // A headless browser has no printer.
    await room.kiosk.page.addInitScript(() => void Object.assign(window, { print: () => {} }))
    return room
  }

  async close(): Promise<void> {
    await Promise.all([this.customer, this.kiosk, this.screen].map((one) => one.close()))
    await this.desk.close()
  }

  async moveTo(time: string): Promise<void> {
    await this.desk.server.moveTo(rome(`${this.desk.today} ${time}`))
  }

  /** `10:00:02` of the place. */
  timeOf(instant: number): string {
    return new Date(instant).toLocaleTimeString('en-GB', { timeZone: 'Europe/Berlin' })
  }

  /** The log of the day so far, without what came from earlier days. */
  async events(code: string): Promise<Event[]> {
    const found = await this.desk.server.query<Event>(
      `select e.kind, e.at, t.code from queue_caller_events e join queue_caller_tickets t on t.id = e.ticket_id where t.code = ? and t.day = ? order by e.id`,
      [code, this.desk.today]
    )
    return found.map((event) => ({ ...event, at: Number(event.at) }))
  }

  /** Milliseconds from the nth call of this ticket to the moment in which it stood on the screen. */
  async shownAfter(code: string, nth = 1): Promise<number> {
    const call = await this.#shownCall(code, nth)
    const called = (await this.events(code)).filter(({ kind }) => kind === 'called')
    return call.at + this.#shift() - called[nth - 1].at
  }

  /** Staff type the code of this browser, which then goes on by itself. */
  async pair(device: Visitor, staff: Page, { name, shows }: { name: string; shows: string }) {
    const { page } = device
    await device.open('/device')
    await onward(page, () => page.getByRole('button', { name: 'Connect this device' }).click())
    const code = (await page.locator('.device-code').innerText()).match(/\w{4}-\w{4}/)![0]
    await staff.goto('/admin/devices/devices/create')
    await staff.getByLabel('Code').fill(code)
    await staff.getByLabel('Name').fill(name)
    await staff.getByLabel('Shows').selectOption({ label: shows })
    const typed = performance.now()
    await onward(staff, () => staff.getByRole('button', { name: 'Save' }).click())
    await page.waitForURL('**/device/queue/**', { timeout: 15_000 })
    return Math.round(performance.now() - typed)
  }

  async #shownCall(code: string, nth: number): Promise<Shown> {
    const deadline = Date.now() + 15_000
    for (;;) {
      const call = this.shown.filter((one) => one.code === code).at(nth - 1)
      if (call) return call
      if (Date.now() > deadline) throw new Error(`${code} was not shown for call ${nth}`)
      await this.screen.page.waitForTimeout(20)
    }
  }

  /** How far the server's time is ahead of that of the browsers. */
  #shift(): number {
    return Number(readFileSync(this.desk.server.variables.TEST_CLOCK_FILE!, 'utf8'))
  }

  async #watchScreen(): Promise<void> {
    const { page } = this.screen
    await page.exposeFunction('noteCall', (call: Shown) => void this.shown.push(call))
    await page.addInitScript(() => {
      let before = ''
      const look = () => {
        const place = document.querySelector<HTMLElement>('[data-slot=current]')
        const text = (part: string) =>
          place?.querySelector(`[data-part=${part}]`)?.textContent?.trim() ?? ''
        const code = place?.dataset.state === 'called' ? text('code') : ''
        if (code && code !== before) {
          const counter = `${text('words')} ${text('mark')}`
          void window.noteCall({ code, counter, at: Date.now() })
        }
        before = code
      }
      const every = { subtree: true, childList: true, characterData: true, attributes: true }
      new MutationObserver(look).observe(document, every)
    })
  }
}

/** Somebody touches the first line of the kiosk, reads their number and presses Done, or walks off. */
export async function takeTicket({ page }: Visitor, leaves: 'done' | 'walks off'): Promise<string> {
  const line = page.locator('button.queue-kiosk__line').first()
  await line.waitFor()
  await page.waitForTimeout(SETTLED_MS)
  await line.click()
  await page.locator('[data-print=ticket]').waitFor()
  const number = await page.locator('.ticket__number').innerText()
  if (leaves === 'done') await pressDone(page)
  await line.waitFor({ timeout: 25_000 })
  return number
}

export async function pressDone(page: Page): Promise<void> {
  await page.waitForTimeout(SETTLED_MS)
  await page.locator('[data-print=ticket] a[data-tone=primary]').click()
}

/** Types the number of a mail on the keys of the kiosk, in English. */
export async function checkIn({ page }: Visitor, number: string): Promise<void> {
  await page.waitForTimeout(SETTLED_MS)
  await page.locator('a.queue-kiosk__language[lang=en]').click()
  await page.locator('#queue-kiosk[data-lang=en]').waitFor()
  await page.waitForTimeout(SETTLED_MS)
  await page.getByRole('link', { name: 'I have an appointment' }).click()
  for (const key of number) await page.click(`.queue-keypad button[value="${key}"]`)
  await page.waitForTimeout(SETTLED_MS)
  await page.getByRole('button', { name: 'Check in' }).click()
  await page.locator('[data-print=ticket]').waitFor()
}

/** What the camera of a phone reads off the kiosk. */
export async function readCode({ page }: Visitor): Promise<string> {
  const picture = await page.locator('.ticket__qr').screenshot()
  const { width, height, data } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')!
    canvas.drawImage(image, 0, 0)
    const pixels = canvas.getImageData(0, 0, image.width, image.height)
    return { width: image.width, height: image.height, data: [...pixels.data] }
  }, picture.toString('base64'))
  return decodeQR({ width, height, data: Uint8ClampedArray.from(data) })
}

/** The number before the counter, once somebody has been called to it. */
export async function whoIsCalled(page: Page): Promise<string> {
  await page.locator('#do-start').waitFor({ timeout: 15_000 })
  return page.locator(COUNTER).innerText()
}

/** They come: Start, and Finish. */
export async function serve(page: Page): Promise<string> {
  const code = await whoIsCalled(page)
  await page.keyboard.press('s')
  await page.locator('#do-finish').waitFor()
  await page.keyboard.press('f')
  await page.locator('#do-finish').waitFor({ state: 'detached' })
  return code
}

/** Serves whoever is called before this number. */
export async function serveUntil(page: Page, code: string): Promise<string[]> {
  const served: string[] = []
  while ((await whoIsCalled(page)) !== code) served.push(await serve(page))
  return served
}

/** Nobody comes. */
export async function isAbsent(page: Page, code: string): Promise<void> {
  await page.keyboard.press('d')
  await page.locator(COUNTER, { hasText: code }).waitFor({ state: 'detached' })
}
