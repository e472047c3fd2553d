import { recordChanged } from '#core/admin'
import { setFiles, type FileRefusal } from '#core/files'
import { clock, type Actor, type Trx } from '#core/platform'
import type { Deed } from '#plugins/helpdesk/domain/deeds'
import type { TicketState } from '#plugins/helpdesk/domain/ticket_states'
import { entryFiles } from '#plugins/helpdesk/files'
import { INBOX } from '#plugins/helpdesk/inbox'
import { Entry } from '#plugins/helpdesk/models/entry'
import type { Ticket } from '#plugins/helpdesk/models/ticket'

type Said = {
  deed: Deed
  by: Actor
  fromState: TicketState | null
  text?: string | null
  changes?: Entry['changes']
  /** Public ids of files that came with it. */
  files?: readonly string[]
}

/** Writes down what was said or done about a ticket, whose row has its new state already. */
export async function recordEntry(
  trx: Trx,
  ticket: Ticket,
  { deed, by, fromState, text = null, changes = null, files = [] }: Said
): Promise<Entry> {
  const entry = await Entry.create(
    {
      ...{ ticketId: ticket.id, deed, fromState, toState: ticket.state, text, changes },
      ...{ actorKind: by.kind, actorId: by.id, createdAt: clock.now() },
    },
    { client: trx }
  )
  await recordChanged(trx, INBOX, ticket.id)
  if (files.length > 0) {
    const set = await setFiles(trx, { use: entryFiles, recordId: entry.id, ids: files, actor: by })
    if (!set.ok) throw new FilesRefused(set)
  }
  return entry
}

/** Files that came with an entry and cannot be kept: nothing of the entry is. */
class FilesRefused extends Error {
  constructor(readonly refusal: FileRefusal) {
    super(refusal.reason)
  }
}

/** Runs a transaction that records an entry; files that are refused take everything back. */
export async function refusingFiles<T>(work: () => Promise<T>): Promise<T | FileRefusal> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof FilesRefused) return error.refusal
    throw error
  }
}
