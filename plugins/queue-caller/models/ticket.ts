import { BaseModel, beforeCreate, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { Locale } from '#core/organisation'
import { flag, instant, randomId } from '#core/platform'
import type { TicketState } from '#plugins/queue-caller/domain/ticket_states'
import { Line } from '#plugins/queue-caller/models/line'

/** A place in a line on one business day, of a walk-in or of an appointment. */
export class Ticket extends BaseModel {
  static override table = 'queue_caller_tickets'

  @column({ isPrimary: true })
  declare id: number

  /** The secret in the address of its page on a phone: who has the ticket has it. */
  @column()
  declare publicId: string

  @column()
  declare locationId: number

  /** Business day: local day of the location, `2026-11-23`. */
  @column()
  declare day: string

  /** Where it waits or waited; `issuedLineId` is where its number comes from. */
  @column()
  declare lineId: number

  /** `A042`, or `AA042` of an appointment (Q2). */
  @column()
  declare code: string

  @column()
  declare issuedLineId: number | null

  @column()
  declare cycle: number | null

  @column()
  declare number: number | null

  @column()
  declare reservationId: number | null

  /** When its appointment is. */
  @instant()
  declare startsAt: number | null

  @column()
  declare state: TicketState

  @column()
  declare calls: number

  @flag()
  declare urgent: boolean

  @column()
  declare among: 'appointments' | 'walk_ins'

  @instant()
  declare orderAt: number

  @instant()
  declare dueFrom: number

  /** Of the counter that called it, also once it is over. */
  @column()
  declare counterId: number | null

  /** Only this counter may call it, since it was transferred there. */
  @column()
  declare forCounterId: number | null

  @column()
  declare leftBy: 'person' | 'staff' | 'reservation' | null

  /** Language of its page and of the printed ticket. */
  @column()
  declare locale: Locale | null

  @column()
  declare note: string | null

  /** The wait that was told when it was issued, in minutes. */
  @column()
  declare toldFrom: number | null

  @column()
  declare toldTo: number | null

  @instant()
  declare issuedAt: number

  @instant()
  declare checkedInAt: number | null

  /** Of the last call that counts. */
  @instant()
  declare calledAt: number | null

  /** When screens last announced it: that call, or the same one again. */
  @instant()
  declare announcedAt: number | null

  @instant()
  declare startedAt: number | null

  /** Local hour of `startedAt`, by which service times are looked up. */
  @column()
  declare startedHour: number | null

  @instant()
  declare endedAt: number | null

  @column()
  declare version: number

  @belongsTo(() => Line)
  declare line: BelongsTo<typeof Line>

  /** From now on its page speaks this language. */
  async speak(locale: Locale): Promise<void> {
    if (this.locale === locale) return
    this.locale = locale
    await this.save()
  }

  @beforeCreate()
  static fillDefaults(ticket: Ticket) {
    ticket.publicId ??= randomId()
    ticket.state ??= 'waiting'
    ticket.calls ??= 0
    ticket.urgent ??= false
    ticket.version ??= 1
  }
}
