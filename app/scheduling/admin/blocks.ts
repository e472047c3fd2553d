import {
  removal,
  resource,
  withinLocations,
  type AnyResource,
  type FieldErrors,
  type Values,
  type Viewer,
} from '#core/admin'
import { audit } from '#core/audit'
import { Location } from '#core/organisation'
import { transaction, type Trx } from '#core/platform'
import { addBlock } from '#app/scheduling/actions/add_block'
import { dayChanged } from '#app/scheduling/actions/day_changed'
import { resourceIsThere } from '#app/scheduling/admin/hours'
import { daysOf, intervalErrors } from '#app/scheduling/admin/local_interval'
import { placeFields } from '#app/scheduling/admin/place_fields'
import { locationsOfPanel, MANAGED } from '#app/scheduling/admin/resources'
import { zoneOfPlace, zonesOfPlaces } from '#app/scheduling/admin/zones'
import { Block } from '#app/scheduling/models/block'

const zoned = { zone: zoneOfPlace, zoneWords: zonesOfPlaces }

/** Times in which a resource or a whole location takes nobody. */
export const blocks: AnyResource = resource({
  id: 'scheduling.blocks',
  model: Block,
  personal: true,
  permission: MANAGED,
  icon: 'ban',
  preload: ['location'],
  zone: (block) => block.location?.zone,
  label: (block, viewer) => viewer.formats(block.location?.zone).dateTime(block.startsAt),
  scope: withinLocations(),
  list: {
    columns: [
      { name: 'startsAt', sort: true, strong: true },
      { name: 'endsAt', sort: true },
      { name: 'locationId' },
      { name: 'resourceId' },
      { name: 'reason' },
    ],
    search: ['reason'],
    filters: [
      { name: 'locationId', kind: 'relation', to: locationsOfPanel },
      { name: 'startsAt', kind: 'dates' },
    ],
    defaultSort: '-startsAt',
  },
  show: {
    columns: ['startsAt', 'endsAt', 'locationId', 'resourceId', 'reason'].map((name) => ({ name })),
  },
  form: {
    fields: [
      ...placeFields,
      { name: 'startsAt', kind: 'date_time', ...zoned, required: true },
      { name: 'endsAt', kind: 'date_time', ...zoned, required: true },
      { name: 'reason', kind: 'text', max: 200, hint: true },
    ],
    check: async ({ values, trx }) => refusal(values, trx),
    store: async (block, _, { trx }) => daysChanged(trx, block),
    removed: async (block, { trx }) => daysChanged(trx, block),
    create,
  },
  actions: [removal('scheduling.manage', () => blocks)],
})

async function refusal(values: Values, trx: Trx): Promise<FieldErrors> {
  return { ...(await resourceIsThere(values, trx)), ...intervalErrors(values) }
}

/** Goes through the use case: it locks the days, so that no booking slips in beside it. */
async function create(values: Values, viewer: Viewer) {
  return transaction(async (trx) => {
    const errors = await refusal(values, trx)
    const location = await Location.findOrFail(values.locationId as number, { client: trx })
    if (Object.keys(errors).length > 0) return { errors }
    const { block } = await addBlock(trx, {
      location,
      resourceId: (values.resourceId as number) ?? null,
      startsAt: values.startsAt as number,
      endsAt: values.endsAt as number,
      reason: values.reason as string | null,
    })
    await audit(trx, {
      actor: viewer.actor,
      action: 'scheduling.block_created',
      object: 'scheduling.block',
      objectId: block.id,
      changes: { startsAt: [null, block.startsAt], endsAt: [null, block.endsAt] },
    })
    await daysChanged(trx, block)
    return { id: block.id }
  })
}

async function daysChanged(trx: Trx, block: Block): Promise<void> {
  const { zone } = await Location.findOrFail(block.locationId, { client: trx })
  for (const day of daysOf(zone, block)) await dayChanged(trx, block.locationId, day)
}
