import type { Actor } from '#core/platform'
import type { Deed } from '#plugins/shop-quotes/domain/deeds'

const OF_CUSTOMERS = [
  ...['wrote', 'cancelled', 'withdrew'],
  ...[
    'requested',
    'answered',
    'accepted',
    'rejected',
    'asked_change',
    'asked_revival',
    'took_back',
  ],
]

/**
 * Whether staff are told of a deed by mail: what a customer did, and that an order is paid and
 * waits for them, unless somebody of theirs wrote the payment down.
 */
export const isNews = (deed: Deed, by: Actor['kind']): boolean =>
  by !== 'staff' && (deed === 'settled' || (by === 'customer' && OF_CUSTOMERS.includes(deed)))
