// Lays out a shop of as many services as it is told to, as many customers, and somebody at the
// desk; says how they sign in.
import { layOut, PASSWORD, somebody } from './laid_out.js'

const [SERVICES, CUSTOMERS] = process.argv.slice(2).map(Number)
const BATCH = 200
const WHAT = ['Lenses', 'Frame', 'Eye test', 'Certificate', 'Translation', 'Fitting', 'Repair']

await layOut(async () => {
  const { Location } = await import('#core/organisation')
  const { BillingProfile } = await import('#plugins/shop-quotes/models/billing_profile')
  const { Category } = await import('#plugins/shop-quotes/models/category')
  const { ShopService } = await import('#plugins/shop-quotes/models/shop_service')
  const { billing } = await import('#plugins/shop-quotes/tests/quotes')
  await Location.firstOrCreate({ slug: 'shop' }, { name: 'Shop', zone: 'Europe/Madrid' })
  const named = { slug: 'all', name: { en: 'Everything', es: 'Todo' }, parentId: null }
  const category = await Category.create({ ...named, position: 1, active: true })
  const service = (nth: number) => ({
    ...{ slug: `service-${nth}`, categoryId: category.id, position: nth },
    name: { en: `${WHAT[nth % WHAT.length]} ${nth}`, es: `Servicio ${nth}` },
    summary: { en: 'Within five days, at the counter or by post.' },
    ...{ priceMode: 'fixed' as const, priceMinor: 1000 + nth, basis: 'gross' as const },
    ...{ taxClass: 'standard' as const, withdrawalClass: 'full' as const },
  })
  for (let from = 0; from < SERVICES; from += BATCH) {
    await ShopService.createMany(Array.from({ length: BATCH }, (_, nth) => service(from + nth)))
  }
  const emails: string[] = []
  for (let nth = 0; nth < CUSTOMERS; nth++) {
    const { email, id: userId } = await somebody('customer', `buyer${nth}@example.org`, null)
    await BillingProfile.create({ userId, billing: billing(), isDefault: true })
    emails.push(email)
  }
  const { email: clerk } = await somebody('staff', 'clerk@example.org', 'desk')
  return { emails, clerk, password: PASSWORD }
})
