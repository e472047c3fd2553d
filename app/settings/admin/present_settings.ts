import { isOnlyNarrowed, type Viewer } from '#core/admin'
import type { Location } from '#core/organisation'
import { contributions, urlFor } from '#core/platform'
import type { SettingConflict } from '#app/settings/actions/change_settings'
import { sectionText, settingText } from '#app/settings/domain/definition'
import { settingStates, type SettingState } from '#app/settings/queries/setting_catalogue'
import { presentField } from '#app/settings/admin/present_field'
import { presentVariable } from '#app/settings/admin/present_variable'
import { valueWords } from '#app/settings/admin/value_words'

export type SettingsAddress = {
  owner: string
  owners: string[]
  location: Location | null
  locations: Location[]
}

export type Entered = {
  errors?: Record<string, string>
  typed?: Readonly<Record<string, unknown>> | null
  conflicts?: SettingConflict[]
}

/** Everything on the page of one module or plugin, for the organisation or for one location. */
export async function presentSettings(viewer: Viewer, at: SettingsAddress, entered: Entered) {
  const { owner, location } = at
  const states = (await settingStates(location ?? undefined)).filter((one) => one.owner === owner)
  const [extras] = (await contributions('settingsPage')).filter((one) => one.owner === owner)
  const isWhole = location === null
  const closed = await closedFor(viewer, at)
  // A form that was opened before stays one, with what was typed into it.
  const isLocked = closed === 'rights' || (closed === 'narrowed' && !entered.typed)
  return {
    title: viewer.t('settings.admin.settings.title'),
    owner: nameOf(owner, viewer),
    tabs: ownerTabs(viewer, at),
    places: await placeTabs(viewer, at),
    location: location?.id ?? null,
    action: urlFor('settings.settings.update', { owner }),
    errors: entered.errors ?? {},
    form: { conflict: conflictOf(viewer, at, entered.conflicts) },
    sections: await sectionsOf(states, viewer, at, { ...entered, lock: isLocked ? closed : null }),
    canSave: states.some(({ source }) => source !== 'variable') && !isLocked,
    narrowed: closed === 'narrowed',
    variables: isWhole
      ? (extras?.value.variables ?? []).map((v) => presentVariable(v, viewer))
      : [],
    offers: isWhole ? (extras?.value.actions ?? []).map((name) => ({ name })) : [],
  }
}

/**
 * Somebody who works for some locations only does not change what holds for all; who has narrowed
 * the panel to one shows them all first.
 */
export async function closedFor(viewer: Viewer, { location }: SettingsAddress): Promise<Closed> {
  if (viewer.locationIds === null || location !== null) return null
  return (await isOnlyNarrowed(viewer)) ? 'narrowed' : 'rights'
}

const WHY = { rights: 'whole_organisation', narrowed: 'narrowed' } as const

type Closed = keyof typeof WHY | null

/** As the panel calls it: by its menu, or by what its rights are about. */
const nameOf = (owner: string, viewer: Viewer) =>
  viewer.word(`${owner}.admin.title`, viewer.word(`accounts.admin.rights.areas.${owner}`, owner))

function ownerTabs(viewer: Viewer, { owner, owners }: SettingsAddress) {
  return owners.map((candidate) => ({
    label: nameOf(candidate, viewer),
    href: urlFor('settings.settings', {}, { owner: candidate }),
    current: candidate === owner,
  }))
}

/** The organisation, then each location; only where something may differ between them. */
async function placeTabs(viewer: Viewer, { owner, location, locations }: SettingsAddress) {
  const own = (await settingStates()).filter((state) => state.owner === owner)
  if (!own.some(({ definition }) => definition.scope === 'location')) return []
  const all = viewer.t('settings.admin.page.organisation')
  return [{ id: null, name: all }, ...locations].map(({ id, name }) => ({
    label: name,
    href: urlFor('settings.settings', {}, { owner, location: id }),
    current: id === (location?.id ?? null),
  }))
}

async function sectionsOf(
  states: SettingState[],
  viewer: Viewer,
  at: SettingsAddress,
  { errors, typed, lock }: Entered & { lock: Closed }
) {
  const names = [...new Set(states.map(({ definition }) => definition.section))]
  const closed = lock && viewer.t(`settings.admin.page.${WHY[lock]}`)
  const shown = { errors, typed, closed, perLocation: at.location !== null }
  return Promise.all(
    names.map(async (name) => ({
      title: name === '' ? null : viewer.t(sectionText(at.owner, name)),
      fields: await Promise.all(
        states
          .filter(({ definition }) => definition.section === name)
          .map((state) => presentField(state, viewer, shown))
      ),
    }))
  )
}

function conflictOf(
  viewer: Viewer,
  { owner, location }: SettingsAddress,
  conflicts: SettingConflict[] = []
) {
  if (conflicts.length === 0) return null
  return {
    columns: ['field', 'yours', 'stored'].map((name, index) => ({
      label: viewer.t(`admin.conflict.${name}`),
      strong: index === 0,
    })),
    rows: conflicts.map((conflict) => ({ cells: cellsOf(conflict, viewer) })),
    discard: urlFor('settings.settings', {}, { owner, location: location?.id }),
  }
}

/** No page shows a secret, so the one that was typed is not there to be saved a second time. */
function cellsOf({ definition, yours, stored }: SettingConflict, viewer: Viewer): string[] {
  const label = viewer.t(settingText(definition, 'label'))
  if (definition.field.kind === 'secret') {
    const masked = (version: string) => viewer.t(`settings.admin.page.secret.${version}`)
    return [label, masked('yours'), masked('stored')]
  }
  return [label, valueWords(definition, yours, viewer), valueWords(definition, stored, viewer)]
}
