import { clock, rows, SYSTEM, transaction, type Trx } from '#core/platform'
import db from '@adonisjs/lucid/services/db'
import { addDays, localDateOf } from '#core/scheduling'
import { setting } from '#core/settings'
import { lockedQuote, takeQuoteStep } from '#plugins/shop-quotes/actions/take_quote_step'
import { standsAs } from '#plugins/shop-quotes/domain/quote_states'
import { queueQuoteMail } from '#plugins/shop-quotes/mails/queue_quote_mail'
import { QuoteVersion } from '#plugins/shop-quotes/models/quote_version'
import { organisationZone } from '#plugins/shop-quotes/queries/organisation_zone'
import { quoteReminder } from '#plugins/shop-quotes/settings'

const OVER = `select id from shop_quotes_quotes where state = 'sent' and expires_at <= ?
  order by expires_at`
const ENDING = `select id from shop_quotes_quotes where state = 'sent' and last_day = ?`

const DAY = 86_400_000

type Found = { id: number }

/** Writes down that the last day of offers is over; that they cannot be accepted was so before. */
export class ExpireQuotes {
  async handle(): Promise<void> {
    const found = await rows<Found>(db.connection(), OVER, [clock.now()])
    for (const { id } of found) await transaction((trx) => this.#expire(trx, id))
  }

  async #expire(trx: Trx, id: number): Promise<void> {
    const quote = await lockedQuote(trx, id)
    if (quote.state !== 'sent' || standsAs(quote, clock.now()) !== 'expired') return
    const stepped = await takeQuoteStep(trx, quote, { step: 'expire', by: SYSTEM })
    if (!stepped.ok) return
    await queueQuoteMail(trx, quote, { occasion: 'expired', once: stepped.entry.id })
  }
}

/** Some days before its last one an offer is brought to mind, once a version. */
export class RemindOfQuotes {
  async handle(): Promise<void> {
    const days = await setting(quoteReminder)
    if (days === 0) return
    const lastDay = addDays(localDateOf(await organisationZone(), clock.now()), days)
    const found = await rows<Found>(db.connection(), ENDING, [lastDay])
    for (const { id } of found) await transaction((trx) => this.#remind(trx, id, lastDay))
  }

  async #remind(trx: Trx, id: number, lastDay: string): Promise<void> {
    const quote = await lockedQuote(trx, id)
    if (quote.state !== 'sent' || quote.lastDay !== lastDay) return
    const version = await QuoteVersion.findOrFail(quote.currentVersionId, { client: trx })
    // Who got it a moment ago has it in mind.
    if (version.sentAt! > clock.now() - DAY) return
    const once = `${quote.currentVersionId}:${lastDay}`
    await queueQuoteMail(trx, quote, { occasion: 'reminded', once })
  }
}
