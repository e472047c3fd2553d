import vine from '@vinejs/vine'
import type { Field, Viewer } from '#core/admin'
import type { PairedDevice } from '#app/devices/models/paired_device'
import { showable, showsValue, shownBy, subjectNames } from '#app/devices/queries/showable'

/** What a device shows. A new one may be of any kind; one that is paired stays what it is. */
export const showsField: Field = {
  name: 'shows',
  kind: 'custom',
  view: 'admin/devices/shows',
  required: true,
  hint: true,
  schema: () => vine.string().maxLength(150),
  data: presentChoices,
  words: async (viewer, value) =>
    (await shownBy(String(value), viewer))?.subject.name ?? viewer.t('devices.admin.devices.gone'),
}

async function presentChoices(viewer: Viewer, value: unknown, record?: PairedDevice | null) {
  const all = await showable(viewer)
  const groups = all
    .filter(({ kind }) => !record || kind.id === record.kind)
    .map(({ kind, subjects }) => ({
      label: viewer.t(kind.title),
      options: subjects.map(({ id, name }) => ({ value: showsValue(kind.id, id), label: name })),
    }))
  const kept = record ? await keptOption(record, groups, viewer) : []
  return { groups, kept, value, isEmpty: groups.length + kept.length === 0 }
}

type Groups = { options: { value: string }[] }[]

/** What it showed last is gone or rests: its name can be changed all the same. */
async function keptOption(record: PairedDevice, groups: Groups, viewer: Viewer) {
  const value = showsValue(record.kind, record.subjectId)
  const isOffered = groups.some(({ options }) => options.some((one) => one.value === value))
  if (isOffered) return []
  const name = (await subjectNames([record])).get(record.id)
  return [{ value, label: name ?? viewer.t('devices.admin.devices.gone') }]
}
