import { compare } from '../compare.js'
import type { Desk } from '../appointments.js'
import type { Goal } from '../figures.js'
import { LOAD_CORE, pinnedScript } from '../pinned.js'
import { sized, type Product } from '../product.js'

const DAY = 86_400_000
const LIST = '/admin/booking/appointments'
const day = (fromNow: number) => new Date(Date.now() + fromNow * DAY).toISOString().slice(0, 10)
const A_WEEK = `startsAt_from=${day(7)}&startsAt_to=${day(13)}`

/** Lays the appointments out and signs somebody in who may see them. */
async function atDesk({ url, env }: Product): Promise<Record<string, string>> {
  const maker = pinnedScript(LOAD_CORE, './appointments.ts', [], env)
  const desk = await maker.message<Desk>()
  await maker.ended
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(desk),
    headers: { origin: url, 'sec-fetch-site': 'same-origin' },
  })
  if (answer.status !== 303) throw new Error(`Invalid run: signing in answered ${answer.status}`)
  return {
    cookie: answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; '),
  }
}

export default {
  id: 11,
  title: 'List of the panel',
  measure: (rounds) =>
    compare(
      rounds,
      [
        {
          goal: 11,
          what: '50 of 100,000 appointments: a week, confirmed, sorted by number, searched by name: CPU ÷ P',
          path: () => `${LIST}?${A_WEEK}&state=confirmed&q=brandt1&sort=-number`,
          first: 15,
          bar: 8,
          checks: sized(50, '<tr role="row"'),
        },
        {
          goal: 11,
          what: 'the same list as it opens: CPU ÷ P',
          path: () => LIST,
          checks: sized(50, '<tr role="row"'),
        },
      ],
      atDesk
    ),
} satisfies Goal
