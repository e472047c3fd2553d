import { median, moment, percentile, type Figure, type Goal } from '../figures.js'
import { LOAD_CORE, pinnedScript, SERVER_CORE, type Pinned } from '../pinned.js'
import { startProduct, type Product } from '../product.js'
import type { Heard, Screen } from '../screens.js'
import type { Rooms } from '../waiting_rooms.js'

const CLIENTS = 5000
const CLICKS = 300
/** Clicks before these, while the compiler warms up. */
const WARM_UP = 30
const COUNTER = '/admin/queue-caller/counter'

type Broadcast = { p99: number; perSecond: number }

/** From the first frame to the last: how a message spreads once the server has it. */
function spread({ at }: Heard): Broadcast {
  const first = Math.min(...at)
  const after = at.map((one) => one - first)
  return { p99: percentile(after, 0.99), perSecond: (at.length / Math.max(...after)) * 1000 }
}

async function startScreens(): Promise<Pinned> {
  const screens = pinnedScript(LOAD_CORE, './screens.ts')
  await screens.message()
  return screens
}

/** Has all of them told something, so many times. */
async function broadcasts(screens: Pinned, rounds: number, tell: () => Promise<unknown>) {
  const heard: Broadcast[] = []
  for (let round = -1; round < rounds; round++) {
    await screens.ask({ listen: CLIENTS })
    const all = screens.message<Heard>()
    await tell()
    if (round >= 0) heard.push(spread(await all))
    else await all
  }
  return {
    p99: median(heard.map(({ p99 }) => p99)),
    perSecond: median(heard.map(({ perSecond }) => perSecond)),
  }
}

async function floorW(rounds: number) {
  const server = pinnedScript(SERVER_CORE, './floors/w.ts')
  const { port } = await server.message<{ port: number }>()
  const screens = await startScreens()
  const before = server.memory()
  const url = `ws://127.0.0.1:${port}`
  await screens.ask({ open: Array.from({ length: CLIENTS }, () => ({ url, headers: {} })) })
  const memory = server.memory() - before
  const figures = await broadcasts(screens, rounds, () => server.ask({ broadcast: true }))
  await Promise.all([server.stop(), screens.stop()])
  return { ...figures, memory }
}

/** The form of a button of the counter, as the page gives it out. */
async function formOf(product: Product, headers: Record<string, string>, wanted: RegExp) {
  const html = await (await fetch(product.url + COUNTER, { headers })).text()
  const forms = [...html.matchAll(/<form[^>]*action="([^"]+)"[^>]*>([\s\S]*?)<\/form>/g)]
  const found = forms.find(([whole]) => wanted.test(whole))
  if (!found) throw new Error(`Invalid run: no ${wanted} on the page of the counter`)
  const inputs = found[2].matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)
  return { action: found[1], body: new URLSearchParams([...inputs].map(([, n, v]) => [n, v])) }
}

async function press(product: Product, headers: Record<string, string>, wanted: RegExp) {
  const { action, body } = await formOf(product, headers, wanted)
  return async () => {
    const answer = await fetch(product.url + action, {
      ...{ method: 'POST', redirect: 'manual', body },
      headers: { ...headers, origin: product.url, 'sec-fetch-site': 'same-origin' },
    })
    if (answer.status !== 303) throw new Error(`Invalid run: the click answered ${answer.status}`)
  }
}

async function signIn({ url }: Product, { email, password }: Rooms) {
  const answer = await fetch(`${url}/sign-in`, {
    ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams({ email, password }) },
    headers: { origin: url, 'sec-fetch-site': 'same-origin' },
  })
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  return { cookie: cookies.join('; ') }
}

/** From the click on "next" to the last of the room's screens, click by click. */
async function clicks(product: Product, rooms: Rooms, screens: Pinned): Promise<number[]> {
  const headers = await signIn(product, rooms)
  const { length } = rooms.rooms[0].cookies
  const took: number[] = []
  for (let nth = -WARM_UP; nth < CLICKS; nth++) {
    const click = await press(product, headers, /action="[^"]*\/counter\/calls"/)
    await screens.ask({ listen: length })
    const all = screens.message<Heard>()
    const began = moment()
    await Promise.all([
      click(),
      all.then(({ at }) => nth >= 0 && took.push(Math.max(...at) - began)),
    ])
    await (
      await press(product, headers, /value="start"/)
    )()
    await (
      await press(product, headers, /value="finish"/)
    )()
  }
  return took
}

const channel = (location: number) => `queue-caller.calls?location=${location}`

function screensOf(product: Product, places: Rooms['rooms'], each: number): Screen[] {
  const url = `ws://127.0.0.1:${product.port}/live`
  return places.flatMap(({ location, cookies }) =>
    cookies.flatMap((cookie) =>
      Array.from({ length: each }, () => {
        return { url, headers: { cookie, origin: product.url }, channel: channel(location) }
      })
    )
  )
}

async function measured(rounds: number): Promise<Figure[]> {
  const w = await floorW(rounds)
  const product = await startProduct()
  const maker = pinnedScript(LOAD_CORE, './waiting_rooms.ts', [], product.env)
  const rooms = await maker.message<Rooms>()
  await maker.ended
  const announcer = pinnedScript(LOAD_CORE, './announce.ts', [], product.env)
  await announcer.message()

  const before = product.process.memory()
  const inRooms = await startScreens()
  await inRooms.ask({ open: screensOf(product, rooms.rooms, 1) })
  const memory = product.process.memory() - before
  const took = await clicks(product, rooms, inRooms)
  const locations = rooms.rooms.map(({ location }) => location)
  const everywhere = await broadcasts(inRooms, rounds, () => announcer.ask({ locations }))
  await inRooms.stop()

  const inHall = await startScreens()
  await inHall.ask({ open: screensOf(product, [rooms.hall], CLIENTS / rooms.hall.cookies.length) })
  const hall = await broadcasts(inHall, rounds, () =>
    announcer.ask({ locations: [rooms.hall.location] })
  )
  await Promise.all([product.process, announcer, inHall].map((process) => process.stop()))

  const ms = (value: number) => `${value.toFixed(1)} ms`
  const goal = 8
  return [
    {
      ...{ goal, first: 15, bar: 5, unit: 'ms', value: percentile(took, 0.99) },
      what: `click on "next", 1,000 waiting, to the last of 50 screens, 5,000 open: p99 of ${CLICKS}`,
      beside: `median ${ms(median(took))}; ${(percentile(took, 0.99) / w.p99).toFixed(2)} × W, which is ${ms(w.p99)}`,
    },
    {
      ...{ goal, first: 1.5, bar: 1.15, unit: '× W', value: hall.p99 / w.p99 },
      what: 'message to 5,000 screens of one place: p99 ÷ W',
      beside: `${ms(hall.p99)} after the first; W ${ms(w.p99)}`,
    },
    {
      ...{ goal, first: 0.7, bar: 0.9, atLeast: true, unit: '× W' },
      value: hall.perSecond / w.perSecond,
      what: 'the same: delivered a second ÷ W',
      beside: `${hall.perSecond.toFixed(0)} a second`,
    },
    {
      ...{ goal, unit: '× W', value: everywhere.p99 / w.p99 },
      what: 'a change in each of 100 rooms at once, each read anew: p99 ÷ W',
      beside: `${ms(everywhere.p99)} after the first`,
    },
    {
      ...{ goal, first: 2, unit: '× W', value: memory / w.memory },
      what: 'memory of 5,000 connections ÷ W',
      beside: `${(memory / CLIENTS / 1024).toFixed(1)} kB each`,
    },
  ]
}

export default {
  id: 8,
  title: 'Waiting-room screens',
  measure: measured,
} satisfies Goal
