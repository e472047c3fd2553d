import { mayVisit } from '#core/accounts'
import type { Viewer } from '#core/admin'
import type { DeviceKind, DeviceSubject } from '#app/devices/definition'
import { activeKinds } from '#app/devices/queries/kinds'

export type Showable = { kind: DeviceKind; subjects: DeviceSubject[] }

/** What devices may be set to show by this person: of enabled owners and at their locations. */
export async function showable({ locationIds }: Viewer): Promise<Showable[]> {
  const isHere = ({ locationId }: DeviceSubject) => locationIds?.includes(locationId) ?? true
  const kinds = await activeKinds()
  const groups = kinds.map(async (kind) => {
    return { kind, subjects: (await kind.subjects()).filter(isHere) }
  })
  return (await Promise.all(groups)).filter(({ subjects }) => subjects.length > 0)
}

/** One of these by its value in a form; null for what this person may not choose. */
export async function shownBy(
  value: string,
  { user }: Pick<Viewer, 'user'>
): Promise<{ kind: DeviceKind; subject: DeviceSubject } | null> {
  const kind = (await activeKinds()).find(({ id }) => value.startsWith(`${id}:`))
  const subject = (await kind?.subjects())?.find(({ id }) => value === showsValue(kind!.id, id))
  if (!kind || !subject || !(await mayVisit(user, subject.locationId))) return null
  return { kind, subject }
}

/** What a device shows, as one value of a form: `queue-caller.screen:7`. */
export const showsValue = (kind: string, subjectId: number): string => `${kind}:${subjectId}`

/** Names of what these devices show, by their own ids; what is gone, or rests, has none. */
export async function subjectNames(
  devices: readonly { id: number; kind: string; subjectId: number }[]
): Promise<Map<number, string>> {
  const names = new Map<number, string>()
  for (const kind of await activeKinds()) {
    const own = devices.filter((device) => device.kind === kind.id)
    if (own.length === 0) continue
    const known = new Map((await kind.subjects()).map(({ id, name }) => [id, name]))
    for (const { id, subjectId } of own) {
      const name = known.get(subjectId)
      if (name !== undefined) names.set(id, name)
    }
  }
  return names
}
