import { translated, type Locale } from '#core/organisation'
import { keptRows } from '#core/platform'
import { inTreeOrder } from '#plugins/shop-quotes/domain/category_tree'
import { Category } from '#plugins/shop-quotes/models/category'

/** A category, how deep it lies and what it is called. */
type Named = { id: number; depth: number; name: string; way: string }

/** All of them from top to bottom; `way` is "Glasses › Lenses". */
export async function categoryNames(locale: Locale): Promise<Named[]> {
  const above: string[] = []
  return inTreeOrder(await keptRows(Category)).map(({ place: { id, name: texts }, depth }) => {
    const name = translated(texts, locale)
    above.splice(depth, Infinity, name)
    return { id, depth, name, way: above.join(' › ') }
  })
}
