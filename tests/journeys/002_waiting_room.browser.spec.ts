import { test } from '@japa/runner'
import { onward, type Visitor } from '#tests/kit/browser'
import {
  checkIn,
  isAbsent,
  pressDone,
  readCode,
  serve,
  serveUntil,
  takeTicket,
  WaitingRoom,
} from '#tests/journeys/waiting_room'

const COUNTER = '/admin/queue-caller/counter'

test.group('002 Waiting room', (group) => {
  let room: WaitingRoom
  let counter: Visitor
  let number: string
  let phone: string
  const walkIns: string[] = []

  group.setup(async () => {
    room = await WaitingRoom.open('08:00')
    return async () => {
      await counter?.close()
      await room.close()
    }
  })

  const phoneSays = (title: string) =>
    room.customer.page.locator('h1', { hasText: title }).waitFor()

  const began = performance.now()
  const print = (text: string) =>
    console.log(`    ${text} [${((performance.now() - began) / 1000).toFixed(1)} s]`)

  test('B10, Q2 08:00: the customer books for ten o’clock, and the number comes by mail', async ({
    assert,
  }) => {
    const { page } = room.customer
    await room.customer.open(`/booking/stuttgart/fitting?day=${room.desk.today}&lang=en`)
    const slot = page.locator('.time-slot', { hasText: '10:00' })
    await onward(page, () => slot.click())
    await onward(page, () => page.getByRole('link', { name: 'Continue' }).click())
    await page.getByLabel('First name').fill('Amaris')
    await page.getByLabel('Last name').fill('Rovente')
    await page.getByLabel('E-mail').fill('amaris@example.org')
    await onward(page, () => page.getByRole('button', { name: 'Continue' }).click())
    await page.locator('altcha-widget input[type=checkbox]').waitFor()
    await page.getByRole('button', { name: 'Confirm the appointment' }).click()
    await page.waitForURL('**/booking/manage/**')
    number = (await page.locator('.ticket__number').innerText()).trim()
    assert.match(number, /^AA\d{3}$/)
    const mail = await room.desk.mailbox.next('amaris@example.org')
    assert.include(mail.subject!, number)
    assert.include(mail.text!, '10:00')
    assert.deepEqual(room.customer.problems(), [])
    print(`booked as ${number}`)
  }).timeout(60_000)

  test('Q1, Q6 09:30: staff pair a kiosk and a screen, which come up by themselves', async ({
    assert,
    cleanup,
  }) => {
    await room.moveTo('09:30')
    const staff = await room.desk.staff('/admin/devices/devices', 'owner')
    cleanup(() => staff.close())
    const kiosk = { name: 'Entrance', shows: 'Eingang' }
    const screen = { name: 'Shop', shows: 'Verkaufsraum' }
    const took = [
      await room.pair(room.kiosk, staff.page, kiosk),
      await room.pair(room.screen, staff.page, screen),
    ]
    await room.kiosk.page.locator('button.queue-kiosk__line').first().waitFor()
    await room.screen.page.locator('#screen').waitFor()
    assert.match(room.kiosk.page.url(), /\/device\/queue\/kiosk$/)
    assert.match(room.screen.page.url(), /\/device\/queue\/screen$/)
    assert.deepEqual([...staff.problems(), ...room.screen.problems()], [])
    print(`kiosk and screen up ${took.join(' and ')} ms after their codes`)
  }).timeout(60_000)

  test('Q1 two walk-ins take their numbers, and the kiosk goes back to its start by itself', async ({
    assert,
  }) => {
    walkIns.push(await takeTicket(room.kiosk, 'walks off'))
    walkIns.push(await takeTicket(room.kiosk, 'done'))
    assert.deepEqual(walkIns, ['A001', 'A002'])
    print(`walk-ins ${walkIns.join(' and ')}`)
  }).timeout(60_000)

  test('Q2 09:40: the customer checks in with the number of the mail and follows it on the phone', async ({
    assert,
  }) => {
    await room.moveTo('09:40')
    const { page } = room.kiosk
    await checkIn(room.kiosk, number)
    assert.equal(await page.locator('h1').innerText(), 'You are checked in')
    assert.equal(await page.locator('.ticket__number').innerText(), number)
    phone = await readCode(room.kiosk)
    await pressDone(page)
    await page.locator('button.queue-kiosk__line').first().waitFor()
    await room.customer.open(phone)
    assert.equal(await room.customer.page.locator('h1').innerText(), 'Your appointment is at 10:00')
    assert.deepEqual(room.kiosk.problems(), [])
    print(`checked in`)
  }).timeout(60_000)

  test('Q3, Q4, Q6 09:45: a counter on automatic calls who is due, each of whom is served', async ({
    assert,
  }) => {
    await room.moveTo('09:45')
    counter = await room.desk.staff(COUNTER, 'owner')
    const { page } = counter
    await page.getByLabel('Call automatically').check()
    await onward(page, () => page.getByRole('button', { name: 'Schalter 1' }).click())
    const served: string[] = []
    while (!walkIns.every((code) => served.includes(code))) served.push(await serve(page))
    assert.notInclude(served, number)
    const took = []
    for (const code of served) took.push(await room.shownAfter(code))
    print(`served ${served.join(', ')}; on the screen after ${took.join(', ')} ms`)
    assert.isBelow(Math.max(...took), 1000)
  }).timeout(60_000)

  test('Q4, Q6 10:00: the appointment is called by itself, and stands on the screen within a second', async ({
    assert,
  }) => {
    await room.moveTo('10:00')
    const others = await serveUntil(counter.page, number)
    const took = await room.shownAfter(number)
    assert.equal(room.shown.at(-1)!.counter, 'Schalter 1')
    assert.isBelow(took, 1000)
    await phoneSays('It is your turn')
    print(`called after ${others.length} others; on the screen after ${took} ms`)
  }).timeout(60_000)

  test('Q5 nobody comes: called again at 10:10, 10:20 and 10:30, others in between', async ({
    assert,
  }) => {
    const { page } = counter
    const calls = [await room.shownAfter(number)]
    const between = []
    for (const [absentAt, nextAt] of [
      ['10:01', '10:10'],
      ['10:11', '10:20'],
      ['10:21', '10:30'],
    ]) {
      await room.moveTo(absentAt)
      await isAbsent(page, number)
      await phoneSays('You were called')
      const walkIn = await takeTicket(room.kiosk, 'done')
      assert.equal(await serve(page), walkIn)
      between.push(await room.shownAfter(walkIn))
      await room.moveTo(nextAt)
      await serveUntil(page, number)
      calls.push(await room.shownAfter(number, calls.length + 1))
    }
    print(
      `recalls on the screen after ${calls.join(', ')} ms, walk-ins after ${between.join(', ')}`
    )
    assert.isBelow(Math.max(...calls, ...between), 1000)
  }).timeout(90_000)

  test('Q5 10:31: after the fourth call it is a no-show, on every page that tells of it', async ({
    assert,
  }) => {
    const { page } = counter
    await room.moveTo('10:31')
    await isAbsent(page, number)
    await page.locator('#counter-said', { hasText: `${number} is a no-show` }).waitFor()
    await phoneSays('Your number is no longer waiting')
    assert.include(await room.customer.page.locator('.ticket').innerText(), 'Did not come')
    await counter.open('/admin/customers/customers?q=amaris@example.org')
    await onward(page, () => page.getByRole('link', { name: 'Rovente, Amaris' }).click())
    const main = page.locator('main')
    const inQueue = main.locator('.queue-card', { hasText: number })
    assert.include(await inQueue.innerText(), 'No-show')
    const appointment = main.locator('tr', { hasText: number })
    assert.include(await appointment.innerText(), 'Did not come')
    await onward(page, () => appointment.getByRole('link').first().click())
    assert.include(await page.locator('h1').innerText(), number)
    assert.equal(
      await main.locator('dt', { hasText: 'State' }).locator('+ dd').innerText(),
      'Did not come'
    )
    const all = [room.customer, room.kiosk, room.screen, counter]
    assert.deepEqual(
      all.flatMap((one) => one.problems()),
      []
    )
  }).timeout(60_000)

  test('Q5 the log has exactly four calls of that number', async ({ assert }) => {
    const events = await room.events(number)
    const told = events.map(({ kind, at }) => `${kind} ${room.timeOf(at)}`)
    print(told.join(', '))
    assert.deepEqual(
      told.filter((one) => one.startsWith('called')).map((one) => one.slice(0, -3)),
      ['called 10:00', 'called 10:10', 'called 10:20', 'called 10:30']
    )
  })
})
