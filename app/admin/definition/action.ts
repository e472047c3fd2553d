import type { Field } from '#app/admin/fields'
import type { AnyRow, Values } from '#app/admin/definition/values'
import type { Viewer } from '#app/admin/definition/viewer'

export type ActionResult =
  // Lang keys of what staff then read, with the figures it names.
  | { ok: true; notice: string; values?: Values; to?: string; download?: Download }
  | { ok: false; reason: string; values?: Values }

/** A file that an action made for the person who ran it. */
export type Download = { name: string; type: string; content: string | Buffer }

/** `row` on a record's page, `bulk` over chosen rows of a list, `command` on the command line. */
export type ActionPlace = 'row' | 'bulk' | 'command'

/** Something that staff do with a record, besides editing it; wherever they do it, it is this. */
export type Action<R = AnyRow> = {
  id: string
  permission: string
  /** Where it is offered: on a record's page and the command line unless it says otherwise. */
  on?: readonly ActionPlace[]
  icon?: string
  danger?: boolean
  /** Asks for the password again, as everything does on a resource that is `fresh`. */
  fresh?: boolean
  /** Asks first: in a dialog, or on a page of its own. */
  confirm?: boolean
  /** Asked for with the question; `run` gets the values. */
  form?: Field[]
  /** Whether it applies to this record now. */
  when?: (record: R) => boolean
  /** Lang key of why it does not apply to this record. */
  whyNot?: (record: R) => string
  run: (input: { record: R; values: Values; viewer: Viewer }) => Promise<ActionResult>
}
