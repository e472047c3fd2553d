import db from '@adonisjs/lucid/services/db'
import { openVisitor, type Visitor, type VisitorOptions } from '#tests/kit/browser'
import type { Screen } from '#plugins/queue-caller/models/screen'
import { pairedAs, SCREEN_PAGE } from '#plugins/queue-caller/tests/screens'

/** What these tests commit, so that a server beside them sees it; children first. */
const WRITTEN = [
  ...['events', 'tickets', 'days', 'sessions', 'counter_lines', 'screens', 'counters', 'lines'],
].map((table) => `queue_caller_${table}`)
const CORE = [
  ...['devices_devices', 'accounts_sessions', 'accounts_users', 'organisation_locations'],
  ...['jobs_jobs', 'jobs_workers', 'live_messages'],
]

/** For `group.each.setup`. */
export function forgetAfterwards(): () => Promise<void> {
  return async () => {
    for (const table of [...WRITTEN, ...CORE]) await db.from(table).delete()
  }
}

/** A paired screen that is switched on, at a size in pixels. */
export async function openScreen(
  screen: Screen,
  { size = [1280, 720], ...options }: VisitorOptions & { size?: readonly [number, number] }
): Promise<Visitor> {
  const visitor = await openVisitor(options)
  const [name, value] = (await pairedAs(screen)).cookie.split('=')
  await visitor.context.addCookies([{ name, value, url: options.url }])
  await visitor.page.setViewportSize({ width: size[0], height: size[1] })
  await visitor.open(SCREEN_PAGE)
  return visitor
}

/** Every visible word with its contrast to what is behind it, as this browser paints it. */
export function contrasts(visitor: Visitor): Promise<{ text: string; ratio: number }[]> {
  return visitor.page.evaluate(() => {
    const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!
    const luminance = (colour: string) => {
      pixel.clearRect(0, 0, 1, 1)
      pixel.fillStyle = colour
      pixel.fillRect(0, 0, 1, 1)
      const [red, green, blue] = [...pixel.getImageData(0, 0, 1, 1).data].map((channel) => {
        const part = channel / 255
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const ground = (element: Element | null): string => {
      const colour = element ? getComputedStyle(element).backgroundColor : 'black'
      return colour === 'rgba(0, 0, 0, 0)' ? ground(element!.parentElement) : colour
    }
    const words = [...document.querySelectorAll('body *')].filter((element) =>
      [...element.childNodes].some(({ nodeType, textContent }) => {
        return nodeType === Node.TEXT_NODE && textContent?.trim()
      })
    )
    const seen = words.filter((word) => word.checkVisibility({ visibilityProperty: true }))
    return seen.map((word) => {
      const [light, dark] = [getComputedStyle(word).color, ground(word)]
        .map(luminance)
        .toSorted((a, b) => b - a)
      return { text: word.textContent!.trim(), ratio: (light + 0.05) / (dark + 0.05) }
    })
  })
}

/** Numbers of tickets and counters that are cut off, a page that scrolls, rows of unequal height. */
export function cutOff(visitor: Visitor): Promise<string[]> {
  return visitor.page.evaluate(() => {
    const parts = [...document.querySelectorAll('.queue-screen__code, .queue-screen__mark')]
    const cut = parts.filter((part) => {
      const { left, right, top, bottom } = part.getBoundingClientRect()
      return left < 0 || right > innerWidth + 1 || top < 0 || bottom > innerHeight + 1
    })
    const { scrollWidth, scrollHeight } = document.documentElement
    const scrolls = scrollWidth > innerWidth || scrollHeight > innerHeight
    const rows = [...document.querySelectorAll('tbody tr')].map((row) => row.clientHeight)
    const isUneven = Math.max(...rows) - Math.min(...rows) > 1
    return [
      ...cut.map(({ textContent }) => `${textContent}`),
      ...(scrolls ? ['scrolls'] : []),
      ...(isUneven ? [`rows of ${rows.join()}`] : []),
    ]
  })
}
