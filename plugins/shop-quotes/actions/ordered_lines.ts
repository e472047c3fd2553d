import type { Locale } from '#core/organisation'
import type { Trx } from '#core/platform'
import type { OrderedLine } from '#plugins/shop-quotes/actions/create_order'
import { ShopService } from '#plugins/shop-quotes/models/shop_service'
import { Wish } from '#plugins/shop-quotes/models/wish'
import type { OfferLine } from '#plugins/shop-quotes/queries/offer_lines'

/** Lines of an offer as those of an order: at its prices, with the answers that they go back to. */
export async function orderedLines(
  trx: Trx,
  lines: readonly OfferLine[],
  locale: Locale
): Promise<OrderedLine[]> {
  const services = await byId(ShopService.query({ client: trx }), idsOf(lines, 'serviceId'))
  const wishes = await byId(Wish.query({ client: trx }), idsOf(lines, 'wishId'))
  const answered = new Set<number>()
  return lines.map(({ publicId: _, wishId, optional: __, description, ...line }) => {
    const service = line.serviceId === null ? null : services.get(line.serviceId)!
    const isFirst = wishId !== null && !answered.has(wishId)
    if (wishId !== null) answered.add(wishId)
    return {
      ...line,
      name: { [locale]: description },
      filledFormId: isFirst ? wishes.get(wishId)!.filledFormId : null,
      // What is not in the catalogue is withdrawn from like most services.
      withdrawalClass: service?.withdrawalClass ?? 'begun',
      bookableServiceId: service?.bookableServiceId ?? null,
    }
  })
}

const idsOf = (lines: readonly OfferLine[], name: 'serviceId' | 'wishId'): number[] =>
  lines.flatMap((line) => line[name] ?? [])

type Finding<Row> = { whereIn: (name: string, ids: number[]) => PromiseLike<Row[]> }

async function byId<Row extends { id: number }>(query: Finding<Row>, ids: number[]) {
  return new Map((await query.whereIn('id', ids)).map((row) => [row.id, row]))
}
