import { errors } from '@adonisjs/core/http'
import { noSuchRecord, type Viewer } from '#core/admin'
import { Location } from '#core/organisation'
import { contributions } from '#core/platform'
import type { SettingsAddress } from '#app/settings/admin/present_settings'

type Named = { owner: unknown; location: unknown }

/** Which page is meant; 404 for a module without settings and for a location out of reach. */
export async function settingsAddress(viewer: Viewer, named: Named): Promise<SettingsAddress> {
  const owners = await ownersWithPages()
  const owner = named.owner === undefined ? owners[0] : named.owner
  const known = owners.find((candidate) => candidate === owner)
  const locations = await visibleLocations(viewer)
  const isWhole = named.location === undefined || named.location === ''
  const location = isWhole ? null : locations.find(({ id }) => String(id) === named.location)
  if (known === undefined) throw new errors.E_ROUTE_NOT_FOUND(['GET', 'settings'])
  if (location === undefined) throw noSuchRecord(viewer)
  return { owner: known, owners, location, locations }
}

async function ownersWithPages(): Promise<string[]> {
  const declared = [...(await contributions('settings')), ...(await contributions('settingsPage'))]
  return [...new Set(declared.map(({ owner }) => owner))]
}

function visibleLocations({ locationIds }: Viewer): Promise<Location[]> {
  const query = Location.query().where('active', true).orderBy('name')
  if (locationIds) void query.whereIn('id', locationIds)
  return query.exec()
}
