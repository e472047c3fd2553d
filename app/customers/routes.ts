import type { RouteGroups } from '#core/platform'

const addresses = () => import('#app/customers/controllers/addresses_controller')
const defaults = () => import('#app/customers/controllers/default_addresses_controller')
const removals = () => import('#app/customers/controllers/address_removals_controller')

const recordLinks = () => import('#app/customers/controllers/record_links_controller')
const joins = () => import('#app/customers/controllers/joins_controller')

export function routes({ account, staff }: RouteGroups): void {
  account.get('/addresses', [addresses, 'index'], { name: 'addresses.index' })
  account.get('/addresses/new', [addresses, 'create'], { name: 'addresses.create' })
  account.post('/addresses', [addresses, 'store'], { name: 'addresses.store' })
  account.get('/addresses/:id', [addresses, 'edit'], { name: 'addresses.edit' })
  account.post('/addresses/:id', [addresses, 'update'], { name: 'addresses.update' })
  account.post('/addresses/:id/default', [defaults, 'update'], { name: 'default_address.update' })
  account.get('/addresses/:id/removal', [removals, 'create'], { name: 'address_removals.create' })
  account.post('/addresses/:id/removal', [removals, 'store'], { name: 'address_removals.store' })

  const secret = true
  account.get('/records/:token', [recordLinks, 'edit'], { name: 'record_links.edit', secret })
  account.post('/records/:token', [recordLinks, 'update'], { name: 'record_links.update', secret })

  const permission = 'customers.join'
  staff.get('/customers/joins/:id', [joins, 'create'], { name: 'joins.create', permission })
  staff.post('/customers/joins/:id', [joins, 'store'], { name: 'joins.store', permission })
}
