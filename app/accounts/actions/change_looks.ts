import type { Locale } from '#core/organisation'
import { transaction } from '#core/platform'
import type { Looks } from '#app/accounts/domain/looks'

type Changed = Partial<Looks & { locale: Locale; single_keys: boolean }>

/** How a person wants to see the pages; nobody else's business, so no line in the trail. */
export async function changeLooks(userId: number, changed: Changed): Promise<void> {
  await transaction((trx) => trx.from('accounts_users').where('id', userId).update(changed))
}
