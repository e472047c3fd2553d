import { clock, registry, rows, SYSTEM, transaction, type Trx } from '#core/platform'
import { localDateOf } from '#core/scheduling'
import { saveSetting } from '#core/settings'
import { pageKind } from '#app/statistics/page_kind'
import { countingZone } from '#app/statistics/queries/zone'
import { countVisits } from '#app/statistics/settings'

const DAY = 86_400_000
const DAYS = 380
/** In thousandths of the page views of an invented office; the rest goes to its plugins. */
const CORE_PAGES = {
  'web.home.index': 270,
  'organisation.contact.show': 120,
  'organisation.help.show': 70,
  'accounts.sign_in.create': 50,
  'organisation.privacy_notice.show': 30,
}
const PLUGIN_PAGES = [210, 110, 60, 40, 25, 15]
const SHARES = {
  language: { it: 520, de: 190, en: 130, es: 70, fr: 50, pl: 40 },
  referrer: { own: 610, none: 250, other: 140 },
}

/** Pages that need no token, of every plugin that has some. */
function pageShares(): Record<string, number> {
  const first = registry.plugins.flatMap(({ id }) => {
    const open = registry.routes.filter(({ owner, area, method, secret }) => {
      return owner === id && area === 'site' && method === 'GET' && !secret
    })
    return open.slice(0, 2).map(pageKind)
  })
  const shares = [...new Set(first)].map((kind, index) => [kind, PLUGIN_PAGES[index] ?? 10])
  return { ...CORE_PAGES, ...Object.fromEntries(shares) }
}

/** The public office counts its visits; a year of them is there to look at. */
export async function statisticsDemo(): Promise<void> {
  const zone = await countingZone()
  await transaction(async (trx) => {
    const known = await rows(trx, 'update statistics_counts set amount = amount returning 1')
    if (known.length > 0) return
    await saveSetting(trx, countVisits, true, SYSTEM)
    for (let back = DAYS; back > 0; back--) {
      const day = localDateOf(zone, clock.now() - back * DAY)
      await addDay(trx, day, visitsOn(day))
    }
  })
}

/** Fewer at weekends and in summer, and never twice the same. */
function visitsOn(day: string): number {
  const date = new Date(`${day}T00:00:00Z`)
  const isWeekend = date.getUTCDay() % 6 === 0
  const season = 1 + 0.25 * Math.cos(((date.getUTCMonth() + 1) / 12) * 2 * Math.PI)
  const chance = (((date.getTime() / DAY) * 7919) % 23) / 23
  return Math.round((isWeekend ? 9 : 34) * season * (0.8 + 0.4 * chance))
}

async function addDay(trx: Trx, day: string, visits: number): Promise<void> {
  const views = visits * 4
  const counts: [string, string, number][] = [
    ['total', 'views', views],
    ['total', 'visits', visits],
    ['total', 'visitors', Math.round(visits * 0.84)],
  ]
  for (const [kind, shares] of Object.entries({ page: pageShares(), ...SHARES }))
    for (const [name, share] of Object.entries(shares))
      counts.push([kind, name, Math.round((views * share) / 1000)])
  const shown = counts.filter(([, , amount]) => amount > 0)
  await rows(
    trx,
    `insert into statistics_counts (day, kind, name, amount)
     values ${shown.map(() => '(?, ?, ?, ?)').join(', ')} on conflict do nothing`,
    shown.flatMap((count) => [day, ...count])
  )
}
