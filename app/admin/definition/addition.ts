import type { LucidRow } from '@adonisjs/lucid/types/model'
import type { Action } from '#app/admin/definition/action'
import type { Panel, RecordLink, RelatedList } from '#app/admin/definition/show'
import type { AnyRow } from '#app/admin/definition/values'

/**
 * What an owner adds to the records of another, as long as both are enabled. It stands after what
 * the resource has itself, in the words of whoever adds it: `<owner>.admin.<resource>.…`.
 */
export type Addition<R extends LucidRow = AnyRow> = {
  /** Id of the other's resource: `helpdesk.tickets`. */
  to: string
  /** Without it a person sees nothing of this, and does nothing of it. */
  permission: string
  panels?: Panel<R>[]
  /** What leads on a page, and which step comes next, is for its owner to say. */
  links?: Omit<RecordLink<R>, 'lead'>[]
  related?: RelatedList[]
  actions?: Omit<Action<R>, 'next'>[]
}
