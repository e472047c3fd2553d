import { beforeCreate, belongsTo, column, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import { User } from '#core/accounts'
import { Customer } from '#core/customers'
import { FormVersion, type Answers } from '#core/forms'
import type { Locale } from '#core/organisation'
import { flag, instant, json, randomId, VersionedModel } from '#core/platform'
import type { Kind } from '#plugins/helpdesk/domain/intake'
import type { Closed, ClosedBy } from '#plugins/helpdesk/domain/last_word'
import type { Impact, Priority, Urgency } from '#plugins/helpdesk/domain/priority'
import type { TicketState } from '#plugins/helpdesk/domain/ticket_states'
import { Entry } from '#plugins/helpdesk/models/entry'
import { IntakeVersion } from '#plugins/helpdesk/models/intake_version'
import { Target } from '#plugins/helpdesk/models/target'
import { Team } from '#plugins/helpdesk/models/team'

/** One matter of one customer: docs/domain/tickets.md. */
export class Ticket extends VersionedModel {
  static override table = 'helpdesk_tickets'

  @column()
  declare publicId: string

  /** `T-2026-00042` */
  @column()
  declare number: string

  @column()
  declare customerId: number

  /** Language of every mail about it. */
  @column()
  declare locale: Locale

  /** The first line of the description. */
  @column()
  declare subject: string

  @column()
  declare state: TicketState

  @column()
  declare kind: Kind

  @column()
  declare urgency: Urgency

  @column()
  declare impact: Impact

  @column()
  declare priority: Priority

  /** Staff have set the priority: urgency and impact decide it no more. */
  @flag()
  declare priorityIsSet: boolean

  @column()
  declare teamId: number

  @column()
  declare assigneeId: number | null

  @column()
  declare intakeVersionId: number

  /** Key of the place at which the guided menu ended. */
  @column()
  declare need: string

  @column()
  declare formVersionId: number | null

  @json()
  declare answers: Answers | null

  @column()
  declare serviceLevelId: number | null

  @column()
  declare followUpOfId: number | null

  @column()
  declare duplicateOfId: number | null

  /** When the first of what was promised and is still open is due; null while nothing is. */
  @instant()
  declare nextDueAt: number | null

  @instant()
  declare proposedAt: number | null

  /** When a proposed solution counts as accepted, and the last day before. */
  @instant()
  declare lapsesAt: number | null

  @column()
  declare lastDay: string | null

  @instant()
  declare closedAt: number | null

  @column()
  declare closedBy: ClosedBy | null

  /** So often the customer has reopened it, or taken an acceptance back. */
  @column()
  declare reopened: number

  @column()
  declare rejected: number

  /** 1 to 5 */
  @column()
  declare rating: number | null

  @column()
  declare ratingComment: string | null

  @instant()
  declare ratedAt: number | null

  /** When the customer or the team last did something about it. */
  @instant()
  declare changedAt: number

  @belongsTo(() => Customer)
  declare customer: BelongsTo<typeof Customer>

  @belongsTo(() => Team)
  declare team: BelongsTo<typeof Team>

  @belongsTo(() => User, { foreignKey: 'assigneeId' })
  declare assignee: BelongsTo<typeof User>

  @belongsTo(() => IntakeVersion)
  declare intakeVersion: BelongsTo<typeof IntakeVersion>

  @belongsTo(() => FormVersion)
  declare formVersion: BelongsTo<typeof FormVersion>

  @belongsTo(() => Ticket, { foreignKey: 'followUpOfId' })
  declare followUpOf: BelongsTo<typeof Ticket>

  @hasMany(() => Ticket, { foreignKey: 'followUpOfId' })
  declare followUps: HasMany<typeof Ticket>

  @belongsTo(() => Ticket, { foreignKey: 'duplicateOfId' })
  declare duplicateOf: BelongsTo<typeof Ticket>

  @hasMany(() => Ticket, { foreignKey: 'duplicateOfId' })
  declare duplicates: HasMany<typeof Ticket>

  @hasMany(() => Entry)
  declare entries: HasMany<typeof Entry>

  @hasMany(() => Target)
  declare targets: HasMany<typeof Target>

  /** As the rules of the last word take it; null while it is not closed. */
  get closed(): Closed | null {
    const { state, closedAt, closedBy } = this
    return state === 'closed' ? { closedAt: closedAt!, closedBy: closedBy! } : null
  }

  @beforeCreate()
  static fillDefaults(ticket: Ticket) {
    ticket.publicId ??= randomId()
    ticket.state ??= 'new'
    ticket.priorityIsSet ??= false
    ticket.assigneeId ??= null
    ticket.nextDueAt ??= null
    ticket.reopened ??= 0
    ticket.rejected ??= 0
  }
}
