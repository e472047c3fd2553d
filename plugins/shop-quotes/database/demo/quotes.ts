import { User } from '#core/accounts'
import { Customer } from '#core/customers'
import { clock, transaction, type Actor, type Trx } from '#core/platform'
import { addDays, localDateOf } from '#core/scheduling'
import { allotNumber } from '#plugins/shop-quotes/actions/allot_number'
import { AnswerQuote } from '#plugins/shop-quotes/actions/answer_quote'
import { recordEntry } from '#plugins/shop-quotes/actions/record_entry'
import { SaveDraft } from '#plugins/shop-quotes/actions/save_draft'
import { SendQuote } from '#plugins/shop-quotes/actions/send_quote'
import { OFFER, QUESTION, WISHES } from '#plugins/shop-quotes/database/demo/quote_words'
import { Quote } from '#plugins/shop-quotes/models/quote'
import { ShopService } from '#plugins/shop-quotes/models/shop_service'
import { Wish } from '#plugins/shop-quotes/models/wish'
import { organisationZone } from '#plugins/shop-quotes/queries/organisation_zone'

type Asked = { customer: Customer; service: ShopService; message: string; day: string }

/** S8 to S10: a request that is new, one with a question, and one with an offer; once. */
export async function quotesDemo(): Promise<void> {
  const [known] = await Quote.query().limit(1)
  const service = await ShopService.query().where('priceMode', 'quote').orderBy('id').first()
  const customers = await Customer.query().whereNotNull('userId').orderBy('id').limit(WISHES.length)
  const staff = await User.query().where('kind', 'staff').orderBy('id').first()
  if (known || !service || !staff || customers.length === 0) return
  const day = localDateOf(await organisationZone(), clock.now())
  const by = { kind: 'staff', id: staff.id } as const
  const quotes: Quote[] = []
  for (const [nth, message] of WISHES.entries()) {
    const customer = customers[nth % customers.length]
    const asked = { customer, service, message: message[customer.locale], day }
    quotes.push(await transaction((trx) => requested(trx, asked)))
  }
  await asks(quotes[1], by)
  await offers(quotes[2], service, { by, day })
}

async function requested(trx: Trx, { customer, service, message, day }: Asked): Promise<Quote> {
  const number = await allotNumber(trx, 'Q', day)
  const { id: customerId, locale, userId } = customer
  const { locationId, id: serviceId, name } = service
  const columns = { number, customerId, locationId, cartId: null, locale, message }
  const quote = await Quote.create({ ...columns, changedAt: clock.now() }, { client: trx })
  const wish = { quoteId: quote.id, position: 1, serviceId, name, quantity: 1, filledFormId: null }
  await Wish.create(wish, { client: trx })
  const by: Actor = { kind: 'customer', id: userId }
  await recordEntry(trx, quote, { deed: 'requested', by, fromState: null, text: message })
  return quote
}

const asks = ({ id: quoteId, version: seen, locale }: Quote, by: Actor) =>
  new AnswerQuote().handle({
    ...{ formKey: `demo-${quoteId}`, quoteId, word: 'ask', text: QUESTION[locale] },
    ...{ files: [], seen, by },
  })

type Offering = { by: Actor; day: string }

async function offers({ id: quoteId, locale }: Quote, service: ShopService, offering: Offering) {
  const { by, day } = offering
  const line = { wishId: null, discountBp: 0, taxClass: service.taxClass, basis: service.basis }
  const [first, second] = OFFER
  const saved = await new SaveDraft().handle({
    ...{ quoteId, seen: 0, by },
    draft: {
      ...{ intro: null, conditions: null, lastDay: addDays(day, 20), wholeDiscountBp: 500 },
      lines: [
        {
          ...{ ...line, serviceId: service.id, description: first[locale], quantity: '1' },
          ...{ unitPriceMinor: 38_000, optional: false },
        },
        {
          ...{ ...line, serviceId: null, description: second[locale], quantity: '1.5' },
          ...{ unitPriceMinor: 4200, optional: true },
        },
      ],
    },
  })
  if (saved.ok) await new SendQuote().handle({ quoteId, seen: saved.seen, by })
}
