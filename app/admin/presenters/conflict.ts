import { auditEntries } from '#core/audit'
import { User } from '#core/accounts'
import { urlFor } from '#core/platform'
import type { AnyResource, Values, Viewer } from '#app/admin/definition'
import { differences, type Versions } from '#app/admin/domain/three_versions'
import type { Field } from '#app/admin/fields'
import { fieldWords } from '#app/admin/presenters/field_words'
import type { AnyRecord } from '#app/admin/queries/records'
import { labelOf } from '#app/admin/words'

export type Conflict = {
  title: string
  /** Who saved last and when, if the trail knows; null where the page says what happened. */
  text: string | null
  rows: ConflictRow[]
  /** Gives up what was typed. */
  discard: string
}

type ConflictRow = {
  name: string
  label: string
  yours: string
  stored: string
  /** At the beginning; null where it is not known. */
  begin: string | null
  /** Which one stays unless the person decides otherwise. */
  keep: 'yours' | 'stored'
}

type Compared = {
  record: AnyRecord
  fields: readonly Field[]
  versions: Versions
  viewer: Viewer
  /** The form was opened for a record that was joined into this one. */
  joined: boolean
}

/** What differs between what was typed and what somebody else saved meanwhile, field by field. */
export async function presentConflict(
  resource: AnyResource,
  { record, fields, versions, viewer, joined }: Compared
): Promise<Conflict> {
  const { yours, theirs, begin } = versions
  const byName = new Map(fields.map((field) => [field.name, field]))
  const rows = differences([...byName.keys()], versions).map(async ({ name, both }) => {
    const words = (values: Values) =>
      fieldWords(resource, byName.get(name)!, { value: values[name], viewer, record })
    return {
      name,
      label: labelOf(resource, name, viewer),
      yours: await words(yours),
      stored: await words(theirs),
      begin: begin && (await words(begin)),
      keep: both ? ('yours' as const) : ('stored' as const),
    }
  })
  const id = Number(record.$primaryKeyValue)
  return {
    ...(joined ? joinedMeanwhile(viewer) : await savedMeanwhile(resource, id, viewer)),
    rows: await Promise.all(rows),
    discard: urlFor(`${resource.id}.edit`, { id }),
  }
}

const joinedMeanwhile = ({ t }: Viewer) => ({
  title: t('admin.joined.into'),
  text: null,
})

async function savedMeanwhile(resource: AnyResource, id: number, viewer: Viewer) {
  const by = await lastEditor(resource, id, viewer)
  return {
    title: viewer.t('admin.conflict.title'),
    text: by ?? viewer.t('admin.conflict.text'),
  }
}

async function lastEditor({ object }: AnyResource, objectId: number, viewer: Viewer) {
  const entry = await auditEntries({ object, objectId }).first()
  if (entry?.actorKind !== 'staff' || entry.actorId === null) return null
  const name = (await User.find(entry.actorId))?.name
  const at = viewer.formats().dateTime(entry.at)
  return name ? viewer.t('admin.forms.conflict.by', { name, at }) : null
}
