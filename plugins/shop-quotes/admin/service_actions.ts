import type { Action } from '#core/admin'
import { DuplicateService } from '#plugins/shop-quotes/actions/duplicate_service'
import { SwitchService } from '#plugins/shop-quotes/actions/switch_service'
import type { ShopService } from '#plugins/shop-quotes/models/shop_service'

const notice = (word: string) => `shop-quotes.admin.services.notices.${word}`

const shared = {
  permission: 'shop-quotes.set_up',
  on: ['row', 'bulk', 'palette', 'command'],
} as const

/** Offers what rested. */
export const switchOn: Action<ShopService> = {
  ...shared,
  id: 'switch_on',
  icon: 'eye',
  when: ({ active }) => !active,
  whyNot: () => notice('is_on'),
  run: async ({ record, viewer }) => {
    await new SwitchService().handle({ serviceId: record.id, active: true, by: viewer.actor })
    return { ok: true, notice: notice('on') }
  },
}

/** Takes a service out of the shop; what was ordered of it stays. */
export const switchOff: Action<ShopService> = {
  ...shared,
  id: 'switch_off',
  icon: 'eye-off',
  confirm: true,
  when: ({ active }) => active,
  whyNot: () => notice('is_off'),
  run: async ({ record, viewer }) => {
    await new SwitchService().handle({ serviceId: record.id, active: false, by: viewer.actor })
    return { ok: true, notice: notice('off') }
  },
}

/** A second one like it, switched off until somebody has looked at it. */
export const duplicate: Action<ShopService> = {
  id: 'duplicate',
  permission: 'shop-quotes.set_up',
  on: ['row', 'palette'],
  icon: 'copy',
  confirm: true,
  run: async ({ record, viewer }) => {
    await new DuplicateService().handle({ serviceId: record.id, by: viewer.actor })
    return { ok: true, notice: notice('duplicated'), to: 'shop-quotes.services.index' }
  },
}
