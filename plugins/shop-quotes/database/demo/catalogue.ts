import app from '@adonisjs/core/services/app'
import { receiveFile, setFiles } from '#core/files'
import { saveFormVersion } from '#core/forms'
import { Location } from '#core/organisation'
import { SYSTEM, transaction, type Trx } from '#core/platform'
import { Service } from '#core/scheduling'
import { saveSetting, setting } from '#core/settings'
import { CATEGORIES, type DemoCategory } from '#plugins/shop-quotes/database/demo/categories'
import { FORMS } from '#plugins/shop-quotes/database/demo/forms'
import { SERVICES, type DemoService } from '#plugins/shop-quotes/database/demo/services'
import { servicePictures } from '#plugins/shop-quotes/files'
import { Category } from '#plugins/shop-quotes/models/category'
import { ShopService } from '#plugins/shop-quotes/models/shop_service'
import { TaxRate } from '#plugins/shop-quotes/models/tax_rate'
import {
  accountHolder,
  accountIban,
  sellerAddress,
  sellerName,
  sellerTaxId,
} from '#plugins/shop-quotes/settings'

/** No such company exists. */
const SELLER = [
  [sellerName, 'Óptica y Trámites Belvís, S. L.'],
  [sellerAddress, 'Calle de los Tilos 7\n46001 Valencia\nEspaña'],
  [sellerTaxId, 'ESB12345674'],
  [accountHolder, 'Óptica y Trámites Belvís, S. L.'],
  [accountIban, 'ES91 2100 0418 4502 0005 1332'],
] as const

const PICTURE = 'glasses.png'

/** S1: what is sold and who sells it. A shop that is set up is left alone. */
export async function catalogueDemo(): Promise<void> {
  if (await Category.query().first()) return
  const isNamed = (await setting(sellerName)) !== ''
  const pictureId = await receivePicture()
  await transaction(async (trx) => {
    if (!isNamed) {
      for (const [definition, value] of SELLER) await saveSetting(trx, definition, value, SYSTEM)
    }
    await nameExemption(trx)
    const categories = await addCategories(trx)
    const forms = await addForms(trx)
    const places = await Location.query({ client: trx }).orderBy('id')
    const bookable = await Service.query({ client: trx }).orderBy('id')
    for (const [position, service] of SERVICES.entries()) {
      const { id, alternative } = await ShopService.create(
        {
          ...columnsOf(service),
          position,
          categoryId: categories.get(service.category)!,
          formId: forms.get(service.slug) ?? null,
          locationId: places.find(({ slug }) => slug === service.place)?.id ?? null,
          bookableServiceId: bookable.find(({ slug }) => slug === service.appointment)?.id ?? null,
        },
        { client: trx }
      )
      if (alternative) await addPicture(trx, id, pictureId)
    }
  })
}

/** Papers and totals name the rule by which nothing is due. */
async function nameExemption(trx: Trx): Promise<void> {
  const exempt = TaxRate.query({ client: trx }).where({ country: 'ES', taxClass: 'exempt' })
  const rate = await exempt.firstOrFail()
  await rate.merge({ exemption: 'Ley 37/1992, art. 20' }).save()
}

/** A drawing of glasses that waits for its service. */
async function receivePicture(): Promise<string> {
  const path = app.makePath('resources/data/demo', PICTURE)
  const incoming = { path, name: PICTURE, declaredType: 'image/png' }
  const received = await receiveFile(servicePictures, incoming)
  if (!received.ok) throw new Error(`The demo's ${PICTURE} was refused: ${received.reason}`)
  return received.file.id
}

const addPicture = (trx: Trx, recordId: number, pictureId: string) =>
  setFiles(trx, { use: servicePictures, recordId, ids: [pictureId], actor: SYSTEM })

/** A price is a price with VAT, and what was begun is paid for, unless the service says otherwise. */
const columnsOf = ({ category, place, appointment, ...own }: DemoService) => ({
  ...({ basis: 'gross', taxClass: 'standard', withdrawalClass: 'begun' } as const),
  ...own,
  priceMode: own.priceMinor === null ? ('quote' as const) : ('fixed' as const),
})

async function addCategories(trx: Trx): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  const add = async ({ below = [], ...own }: DemoCategory, parentId: number | null, at: number) => {
    const { id } = await Category.create({ ...own, parentId, position: at }, { client: trx })
    ids.set(own.slug, id)
    for (const [position, one] of below.entries()) await add(one, id, position)
  }
  for (const [position, one] of CATEGORIES.entries()) await add(one, null, position)
  return ids
}

/** Ids of the forms, by the service that asks with them. */
async function addForms(trx: Trx): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (const [slug, { name, fields }] of Object.entries(FORMS)) {
    const saved = await saveFormVersion(trx, { definitionId: null, name, fields, actor: SYSTEM })
    if (!saved.ok) throw new Error(`Demo form of ${slug}: ${saved.reason}`)
    ids.set(slug, saved.definition.id)
  }
  return ids
}
