import type { I18n } from '@adonisjs/i18n'
import { contributions, urlFor } from '#core/platform'

/** An entry of the public home page; contributed under `home`. */
export type HomeEntry = {
  /** Name of a public route without parameters, e.g. `booking.start.show`. */
  route: string
  /** Lang keys of what one can do there, and of one sentence about it. */
  title: string
  summary: string
  /** Name of a Lucide icon. */
  icon: string
  /** What people do there, as routes and lang keys, where a page can lead to it at once (H8). */
  ways?: readonly { route: string; title: string }[]
}

/** The entries of enabled plugins in words of the visitor's language. */
export async function homeEntries(i18n: I18n) {
  const entries = (await contributions('home')).flatMap(({ value }) => value)
  const way = ({ route, title }: { route: string; title: string }) => ({
    href: urlFor(route),
    title: i18n.t(title),
  })
  return entries.map(({ summary, icon, ways = [], ...entry }) => ({
    ...way(entry),
    summary: i18n.t(summary),
    icon,
    ways: ways.map(way),
  }))
}
