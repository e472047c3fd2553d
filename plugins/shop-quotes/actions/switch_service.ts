import { audit } from '#core/audit'
import { clock, transaction, type Actor } from '#core/platform'
import { ShopService } from '#plugins/shop-quotes/models/shop_service'

type Switched = { serviceId: number; active: boolean; by: Actor }

/** Offers a service in the shop, or takes it out; done twice it is done once. */
export class SwitchService {
  handle({ serviceId, active, by }: Switched): Promise<void> {
    return transaction(async (trx) => {
      const service = await ShopService.query({ client: trx })
        .where({ id: serviceId })
        .forUpdate()
        .firstOrFail()
      if (service.active === active) return
      await service.merge({ active, version: service.version + 1, updatedAt: clock.now() }).save()
      const object = 'shop-quotes.service'
      const changes = { active: [!active, active] } as const
      const action = `${object}_changed`
      await audit(trx, { actor: by, action, object, objectId: serviceId, changes })
    })
  }
}
