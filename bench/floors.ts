import { median } from './figures.js'
import { bookingFloor, httpFloor, measure, startLoad } from './measure.js'

const PATH = [{ path: '/' }]

/** What the floors cost on this machine, so that ratios can be judged. */
export async function measureFloors(rounds: number): Promise<string[]> {
  const load = await startLoad()
  const [h, p] = [await httpFloor('h'), await httpFloor('p')]
  const s = await bookingFloor()
  const cpu = { h: [] as number[], p: [] as number[] }
  const perSecond: number[] = []
  for (let round = 0; round < rounds; round++) {
    cpu.h.push((await measure(load, h, { requests: PATH, count: 20_000, connections: 16 })).cpu)
    cpu.p.push((await measure(load, p, { requests: PATH, count: 5000, connections: 16 })).cpu)
    const { seconds } = await s.ask<{ seconds: number }>({ count: 1000 })
    perSecond.push(1000 / seconds)
  }
  await Promise.all([h.process, p.process, s, load].map((process) => process.stop()))
  return [
    `H ${median(cpu.h).toFixed(0)} µs CPU a request`,
    `P ${median(cpu.p).toFixed(0)} µs CPU a request`,
    `S ${median(perSecond).toFixed(0)} bookings a second`,
  ]
}
