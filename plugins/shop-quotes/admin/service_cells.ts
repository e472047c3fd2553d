import { stateCell, type Viewer } from '#core/admin'
import { standingOn } from '#plugins/shop-quotes/domain/offered_days'
import type { ShopService } from '#plugins/shop-quotes/models/shop_service'

const STATES = { offered: 'called', not_yet: 'waiting', over: 'ended', inactive: 'ended' } as const

/** Whether customers see it today. */
export function standingCell(service: ShopService, viewer: Viewer) {
  const day = viewer.formats().localDay(viewer.now)
  const standing = service.active ? standingOn(service, day) : 'inactive'
  return stateCell(STATES[standing], viewer.t(`shop-quotes.admin.services.states.${standing}`))
}
