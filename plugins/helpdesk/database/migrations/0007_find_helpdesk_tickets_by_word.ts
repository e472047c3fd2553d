import { BaseSchema } from '@adonisjs/lucid/schema'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { fold } from '#core/customers'
import { dialect } from '#core/platform'
import { wordsOfTicket } from '#plugins/helpdesk/domain/ticket_words'

const TABLE = 'helpdesk_ticket_words'
const BATCH = 400

/** The search looks for beginnings of words in an index, not for letters in every subject. */
export default class extends BaseSchema {
  override async up() {
    this.schema.createTable(TABLE, (table) => {
      table.string('word', 40).notNullable()
      const tickets = table.integer('ticket_id').notNullable().index()
      tickets.references('helpdesk_tickets.id').onDelete('CASCADE')
      table.primary(['word', 'ticket_id'])
    })
    if (dialect(this.db) === 'postgres') {
      this.schema.raw(`alter table ${TABLE} alter column word type varchar(40) collate "C"`)
    }
    this.defer(writeAll)
  }

  override async down() {
    this.schema.dropTable(TABLE)
  }
}

type Named = { id: number; number: string; subject: string }

async function writeAll(db: QueryClientContract): Promise<void> {
  for (let last = 0; ;) {
    const tickets: Named[] = await db
      .from('helpdesk_tickets')
      .where('id', '>', last)
      .orderBy('id')
      .limit(BATCH)
      .select('id', 'number', 'subject')
    if (tickets.length === 0) return
    const found = tickets.flatMap(({ id, number, subject }) =>
      wordsOfTicket({ number: fold(number), subject: fold(subject) }).map((word) => ({
        ...{ word, ticket_id: id },
      }))
    )
    for (let at = 0; at < found.length; at += BATCH) {
      await db.table(TABLE).multiInsert(found.slice(at, at + BATCH))
    }
    last = tickets.at(-1)!.id
  }
}
