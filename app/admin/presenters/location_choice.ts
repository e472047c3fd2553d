import { visibleLocationIds } from '#core/accounts'
import { urlFor } from '#core/platform'
import type { Viewer } from '#app/admin/definition'
import { choosable } from '#app/admin/domain/narrowed_reach'
import { places } from '#app/admin/queries/places'

/** What who has narrowed the panel reads where more is needed, and the way back; null for others. */
export async function presentNarrowed({ narrowedTo, t }: Viewer, back: string) {
  const chosen = (await places()).find(({ id }) => id === narrowedTo)
  if (!chosen) return null
  return {
    text: t('admin.locations.only', { location: chosen.name }),
    action: urlFor('admin.location_choices.store'),
    back,
  }
}

/** The menu that narrows the panel to one location; none for who has no other. */
export async function presentLocationChoice(viewer: Viewer, back: string) {
  const reach = await visibleLocationIds(viewer.user)
  const own = choosable(await places(), reach)
  if (own.length === 0) return null
  const item = (id: number | null, label: string) => ({
    label,
    name: 'location',
    value: id ?? '',
    current: viewer.narrowedTo === id,
  })
  const everywhere = viewer.t('admin.locations.all')
  const chosen = own.find(({ id }) => id === viewer.narrowedTo)
  return {
    label: chosen?.name ?? everywhere,
    form: { action: urlFor('admin.location_choices.store'), fields: { back } },
    items: [item(null, everywhere), ...own.map(({ id, name }) => item(id, name))],
  }
}
