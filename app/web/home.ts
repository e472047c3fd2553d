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
}

/** The entries of enabled plugins in words of the visitor's language. */
export async function homeEntries(i18n: I18n) {
  const entries = (await contributions('home')).flatMap(({ value }) => value)
  return entries.map(({ route, title, summary, icon }) => ({
    href: urlFor(route),
    title: i18n.t(title),
    summary: i18n.t(summary),
    icon,
  }))
}
