import type { HttpContext } from '@adonisjs/core/http'
import type { FileType } from '#app/files/domain/file_types'

/**
 * What files are attached to, contributed under `files`. Without one nothing can be uploaded, and
 * only the people whom `mayRead` lets pass get a file back; everybody else reads "not found".
 *
 *     export const ticketFiles = defineFileUse({
 *       id: 'helpdesk.ticket',
 *       table: 'helpdesk_tickets',
 *       types: ['pdf', 'png', 'jpeg'],
 *       most: 1,
 *       mayRead: (ctx, ticketId) => mayReadTicket(ctx, ticketId),
 *     })
 */
export type FileUse = {
  /** Prefixed with its module or plugin. */
  id: string
  /** Table of the records; when a row goes by whatever way, its files are swept. */
  table: string
  types: readonly FileType[]
  /** How many files a record has at most. */
  most: number
  /** Largest file in MB, where it is less than the setting `files.largest_megabytes`. */
  megabytes?: number
  /** Policy of the owner: may this person read the files of this record? */
  mayRead: (ctx: HttpContext, recordId: number) => boolean | Promise<boolean>
}

export const defineFileUse = (use: FileUse): FileUse => use
