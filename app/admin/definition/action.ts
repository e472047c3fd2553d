import type { Readable } from 'node:stream'
import type { FirstRunStep } from '#core/platform'
import type { Field } from '#app/admin/fields'
import type { AnyRow, Values } from '#app/admin/definition/values'
import type { Viewer } from '#app/admin/definition/viewer'

export type ActionResult<File = Download | DocumentPart> =
  Done<File> | { ok: false; reason: string; values?: Values; detail?: string }

type Done<File> = {
  ok: true
  /** Lang key of what staff then read, with the figures it names. */
  notice: string
  values?: Values
  /** What another program answered, as it stands. */
  detail?: string
  /** Route of the page that follows; the one they came from when left out. */
  to?: string
  download?: File
  /** Goes on over many records, and its page says how far it is. */
  many?: Many
}

/** `jobs.jobs.run_again`, and the records with which it is to be done. */
export type Many = { action: string; ids: number[] }

/**
 * A file that an action made for the person who ran it. Over many records each makes its own; one
 * is handed out as it is, several as a ZIP.
 */
export type Download = { name: string; type: string; content: string | Buffer }

/** What a record adds to the document of its action, kept as JSON; alone it is a file of this name. */
export type DocumentPart = { name: string; part: object }

/** How an action writes one file of many records. */
export type ManyDocument = {
  /** `application/pdf` */
  type: string
  /** `pdf` */
  ending: string
  /**
   * Asks for the parts one by one, in the order of the list, so that they are never all in memory.
   * `about` says what they are together, and is left out of a single one.
   */
  write: (
    parts: AsyncIterable<never>,
    about?: { title: string; language: string; at: number }
  ) => Readable
}

/**
 * `row` on a record's page, `bulk` over chosen rows of a list, `page` in the head of a list or page,
 * `palette` in the search over the panel, `command` on the command line.
 */
export type ActionPlace = 'row' | 'bulk' | 'page' | 'palette' | 'command'

/** Something that staff do with a record, besides editing it; wherever they do it, it is this. */
export type Action<R = AnyRow> = {
  id: string
  permission: string
  /** Where it is offered: everywhere but over chosen rows unless it says otherwise. */
  on?: readonly ActionPlace[]
  icon?: string
  /** The usual next step: on the record's page its button comes first and stands out. */
  next?: boolean
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
  /** Makes one file of many records, not a ZIP; `run` then returns what each adds to it. */
  document?: ManyDocument
  run: (input: { record: R; values: Values; viewer: Viewer }) => Promise<ActionResult>
}

/** The same where there is no record: of a whole list, or of a page. */
export type PageAction = Omit<Action<null>, 'when' | 'whyNot' | 'document'> & {
  /** Whether it applies now; elsewhere it is not offered. */
  when?: () => Promise<boolean>
  /** Lang key of why it does not. */
  whyNot?: string
  /** How many records it would change; with none it is not done. */
  count?: (viewer: Viewer) => Promise<number>
  /** Open while somebody sets the house up, who has no second factor yet. */
  firstRun?: FirstRunStep
  /** What stands in its form at first, as far as the address does not say it. */
  initial?: (viewer: Viewer) => Values
}
