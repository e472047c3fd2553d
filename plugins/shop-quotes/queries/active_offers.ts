import db from '@adonisjs/lucid/services/db'
import { cached, keptAnswers, rows } from '#core/platform'
import { ShopService } from '#plugins/shop-quotes/models/shop_service'

/** What the lists of the shop show of a service. */
export type Offer = Readonly<
  Pick<ShopService, 'id' | 'slug' | 'categoryId' | 'locationId' | 'name' | 'summary' | 'words'> &
    Pick<ShopService, 'priceMode' | 'priceMinor' | 'basis' | 'taxClass' | 'position'> &
    Pick<ShopService, 'availableFrom' | 'availableTo'>
>

/** As plugins and settings: another process sees a change after that time at the latest. */
const FRESH_FOR = 500

/** Every write raises a version, so the same sums over the same rows mean the same catalogue. */
const STAMP = `select count(*) as n, sum(version) as versions, max(updated_at) as changed,
  max(id) as last from ${ShopService.table} where active = ?`

const SHOWN = `select id, slug, category_id, location_id, name, summary, words, price_mode,
  price_minor, basis, tax_class, position, available_from, available_to
  from ${ShopService.table} where active = ? order by position, id`

const stamp = cached(FRESH_FOR, async () => {
  const [row] = await rows<Record<string, unknown>>(db.connection(), STAMP, [true])
  return Object.values(row).join(' ')
})

const kept = keptAnswers<Promise<readonly Offer[]>>(1)

/** Services that are switched on, by position; read anew only when one of them has changed. */
export async function activeOffers(): Promise<readonly Offer[]> {
  const now = await stamp.get()
  const found = kept.find('', now)
  if (found) return found
  const loading = load()
  kept.keep('', now, loading)
  loading.catch(() => kept.drop(''))
  return loading
}

type Row = Pick<Offer, 'id' | 'slug' | 'words' | 'basis' | 'position'> & {
  category_id: number
  location_id: number | null
  name: string
  summary: string | null
  price_mode: Offer['priceMode']
  price_minor: number | string | null
  tax_class: Offer['taxClass']
  available_from: string | null
  available_to: string | null
}

/** Plain values: thousands of models would take a third of a second. */
async function load(): Promise<readonly Offer[]> {
  const found = await rows<Row>(db.connection(), SHOWN, [true])
  return found.map(({ id, slug, words, basis, position, ...row }) => ({
    ...{ id, slug, words, basis, position },
    ...{ categoryId: row.category_id, locationId: row.location_id },
    name: JSON.parse(row.name) as Offer['name'],
    summary: row.summary === null ? null : (JSON.parse(row.summary) as Offer['summary']),
    ...{ priceMode: row.price_mode, taxClass: row.tax_class },
    priceMinor: row.price_minor === null ? null : Number(row.price_minor),
    ...{ availableFrom: row.available_from, availableTo: row.available_to },
  }))
}

function forget({ $trx }: ShopService): void {
  const drop = () => {
    stamp.forget()
    kept.drop('')
  }
  drop()
  $trx?.after('commit', drop)
}

ShopService.boot()
ShopService.after('save', forget)
ShopService.after('delete', forget)
