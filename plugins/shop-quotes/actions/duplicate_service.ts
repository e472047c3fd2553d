import { audit } from '#core/audit'
import { transaction, type Actor } from '#core/platform'
import { freeSlug } from '#plugins/shop-quotes/domain/free_slug'
import { ShopService } from '#plugins/shop-quotes/models/shop_service'

/** A service like another, without its picture; customers do not see it yet. */
export class DuplicateService {
  handle({ serviceId, by }: { serviceId: number; by: Actor }): Promise<ShopService> {
    return transaction(async (trx) => {
      const original = await ShopService.query({ client: trx })
        .where({ id: serviceId })
        .forUpdate()
        .firstOrFail()
      const { id, publicId, slug, version, createdAt, updatedAt, ...same } = original.$attributes
      const taken = await ShopService.query({ client: trx }).select('slug')
      const copy = await ShopService.create(
        {
          ...same,
          ...{ active: false, alternative: null },
          slug: freeSlug(
            original.slug,
            taken.map((one) => one.slug)
          ),
        },
        { client: trx }
      )
      const object = 'shop-quotes.service'
      await audit(trx, { actor: by, action: `${object}_created`, object, objectId: copy.id })
      return copy
    })
  }
}
