import type { HttpContext } from '@adonisjs/core/http'
import type { User } from '#app/accounts/models/user'

/** What somebody who leaves should know is still open: an appointment, an order. */
export type OpenMatter = { text: string; href: string }

/** A part of "My account" that a module or plugin adds; its pages lie under `/account/<owner>`. */
export type AccountSection = {
  id: string
  /** Name of an account route without parameters. */
  route: string
  /** Lang keys of its name and of one sentence about it. */
  title: string
  summary: string
  /** Name of a Lucide icon. */
  icon: string
  /** What is still open of this person, named before they leave. */
  openMatters?: (user: User, ctx: HttpContext) => Promise<OpenMatter[]>
}
