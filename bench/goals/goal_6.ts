import { median, type Goal } from '../figures.js'
import { bookingFloor, httpFloor, measure, startLoad } from '../measure.js'
import { completeDrafts } from '../bookings.js'
import { startProduct } from '../product.js'

const BOOKINGS = 300
const CONNECTIONS = 16
const BARE = { count: 2000, connections: CONNECTIONS }

export default {
  id: 6,
  title: 'Whole booking',
  async measure(rounds) {
    const [product, load, floor] = [await startProduct(), await startLoad(), await bookingFloor()]
    const page = await httpFloor('p')
    const ratios: number[] = []
    const perSecond: number[] = []
    const cpu: number[] = []
    const pages: number[] = []
    for (let round = 0; round <= rounds; round++) {
      const requests = await completeDrafts(product, { count: BOOKINGS, from: round * BOOKINGS })
      const { seconds } = await floor.ask<{ seconds: number }>({ count: 1000 })
      const bare = await measure(load, page, { requests: [{ path: '/' }], ...BARE })
      const wish = { requests, count: BOOKINGS, connections: CONNECTIONS, status: 303 }
      const booked = await measure(load, product, wish)
      // The first round warms the compiler up.
      if (round === 0) continue
      ratios.push(booked.perSecond / (1000 / seconds))
      perSecond.push(booked.perSecond)
      cpu.push(booked.cpu)
      pages.push(booked.cpu / bare.cpu)
    }
    await Promise.all([product.process, page.process, load, floor].map((process) => process.stop()))
    return [
      {
        goal: 6,
        what: `booking POST at ${CONNECTIONS} connections, distinct times: bookings/s ÷ S`,
        value: median(ratios),
        unit: '× S',
        first: 0.2,
        bar: 0.4,
        atLeast: true,
        beside: `${median(perSecond).toFixed(0)} bookings a second, ${median(cpu).toFixed(0)} µs CPU each`,
      },
      {
        goal: 6,
        what: 'the same: CPU ÷ P',
        value: median(pages),
        unit: '× P',
      },
    ]
  },
} satisfies Goal
