import {
  resource,
  resourceNamed,
  stateCell,
  withinLocations,
  type AnyResource,
  type FieldErrors,
  type Values,
  type Viewer,
} from '#core/admin'
import { allowedFor } from '#core/web'
import { pairDevice } from '#app/devices/actions/pair_device'
import { revokeDevice } from '#app/devices/actions/revoke_device'
import { showsField } from '#app/devices/admin/shows_field'
import { readCode } from '#app/devices/domain/pairing_code'
import { CODE_LIMIT } from '#app/devices/limits'
import { PairedDevice } from '#app/devices/models/paired_device'
import { knownKinds } from '#app/devices/queries/kinds'
import { shownBy, showsValue, subjectNames } from '#app/devices/queries/showable'

const permission = 'devices.manage'
/** Whoever was here so lately is taken to be here: a page that shows nothing new says so rarely. */
const CONNECTED_FOR = 2 * 60_000

const locations = () => resourceNamed('organisation.locations')
const errorOf = (reason: string) => `devices.admin.devices.errors.${reason}`

/** Kiosks and screens that staff have paired. */
export const devices: AnyResource = resource({
  id: 'devices.devices',
  model: PairedDevice,
  permission: { view: permission, manage: permission },
  icon: 'monitor',
  label: (device) => device.name,
  scope: withinLocations(),
  list: {
    columns: [
      { name: 'name', sort: true, strong: true },
      { name: 'kind', value: kindOf, sort: true },
      { name: 'shows', texts: subjectNames },
      { name: 'locationId', to: locations },
      { name: 'state', value: stateOf },
      { name: 'lastSeenAt', sort: true },
      { name: 'createdAt', sort: true },
    ],
    search: ['name'],
    filters: [
      { name: 'locationId', kind: 'relation', to: locations },
      { name: 'kind', kind: 'choice', choices: kindIds, label: kindName },
    ],
    defaultSort: 'name',
  },
  show: {
    columns: [
      { name: 'state', value: stateOf },
      { name: 'kind', value: kindOf },
      { name: 'shows', texts: subjectNames },
      { name: 'locationId', to: locations },
      { name: 'lastSeenAt' },
      { name: 'createdAt' },
    ],
  },
  form: {
    fields: [
      {
        name: 'code',
        kind: 'text',
        max: 20,
        width: 's',
        required: true,
        hint: true,
        only: 'create',
      },
      { name: 'name', kind: 'text', max: 120, required: true, hint: true },
      showsField,
    ],
    read: async ({ kind, subjectId }) => ({ shows: showsValue(kind, subjectId) }),
    check: async ({ values, record, viewer }) => otherSubject(record!, values, viewer),
    fill: show,
    create: pair,
  },
  actions: [
    {
      id: 'revoke',
      permission,
      icon: 'ban',
      danger: true,
      confirm: true,
      async run({ record, viewer }) {
        await revokeDevice(record, viewer.actor)
        return { ok: true, notice: 'devices.admin.devices.revoked', to: 'devices.devices.index' }
      },
    },
  ],
})

function kindIds(): string[] {
  return knownKinds().map(({ id }) => id)
}

function kindName(id: string, viewer: Viewer): string {
  const kind = knownKinds().find((one) => one.id === id)
  return kind ? viewer.t(kind.title) : id
}

function kindOf({ kind }: PairedDevice, viewer: Viewer): string {
  return kindName(kind, viewer)
}

function stateOf({ lastSeenAt }: PairedDevice, viewer: Viewer) {
  const isConnected = viewer.now - lastSeenAt < CONNECTED_FOR
  const word = isConnected ? 'connected' : 'silent'
  return stateCell(
    isConnected ? 'called' : 'ended',
    viewer.t(`devices.admin.devices.states.${word}`)
  )
}

type Typed = { code: string; name: string; shows: string }

type Paired = { id: number } | { errors: FieldErrors }

async function pair(values: Values, viewer: Viewer): Promise<Paired> {
  const { code, name, shows } = values as Typed
  const chosen = await shownBy(shows, viewer)
  if (!chosen) return { errors: { shows: 'admin.errors.not_a_choice' } }
  const { user, actor } = viewer
  const tries = await allowedFor([{ limit: CODE_LIMIT, key: String(user.id) }])
  if (!tries.ok) return { errors: { code: errorOf('too_many') } }
  const read = readCode(code)
  if (!read) return { errors: { code: errorOf('no_code') } }
  const { kind, subject } = chosen
  const place = { kind: kind.id, subjectId: subject.id, locationId: subject.locationId }
  const paired = await pairDevice({ code: read, name, ...place, actor })
  return paired.ok ? { id: paired.id } : { errors: { code: errorOf(paired.reason) } }
}

/** It goes on showing what it shows, or something else of its kind. */
async function otherSubject(
  device: PairedDevice,
  { shows }: Values,
  viewer: Viewer
): Promise<FieldErrors> {
  if (shows === showsValue(device.kind, device.subjectId)) return {}
  const chosen = await shownBy(String(shows), viewer)
  const isOfKind = chosen?.kind.id === device.kind
  return isOfKind ? {} : { shows: 'admin.errors.not_a_choice' }
}

async function show(device: PairedDevice, values: Values, { viewer }: { viewer: Viewer }) {
  const chosen = await shownBy(String(values.shows), viewer)
  if (!chosen) return
  device.merge({ subjectId: chosen.subject.id, locationId: chosen.subject.locationId })
}
