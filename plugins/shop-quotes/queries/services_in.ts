import { ShopService } from '#plugins/shop-quotes/models/shop_service'

type Counted = { category_id: number; n: number | string }

/** How many services lie in each of these categories themselves, those that rest as well. */
export async function servicesIn(categoryIds: readonly number[]): Promise<Map<number, number>> {
  const rows = await ShopService.query()
    .whereIn('categoryId', [...categoryIds])
    .groupBy('categoryId')
    .select('categoryId')
    .count('* as n')
    .pojo<Counted>()
  return new Map(rows.map(({ category_id: id, n }) => [id, Number(n)]))
}
