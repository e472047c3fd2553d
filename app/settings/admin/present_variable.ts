import type { Viewer } from '#core/admin'
import type { ShownVariable } from '#app/settings/page'

/** A variable of the deployment; the value of a secret one is not among what leaves the server. */
export function presentVariable({ name, label, value, secret }: ShownVariable, viewer: Viewer) {
  const current = value()
  const isSet = current !== null && current !== ''
  const words = viewer.t(`settings.admin.page.secret.${isSet ? 'set' : 'not_set'}`)
  return { name, label: viewer.t(label), value: isSet && !secret ? current : words }
}
