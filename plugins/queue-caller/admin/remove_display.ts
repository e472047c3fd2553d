import { removal, type Action, type AnyResource } from '#core/admin'
import { isShownOnDevice } from '#core/devices'

/** A device that is paired with it would have nothing to show any more. */
export function removeDisplay(kind: string, displays: () => AnyResource): Action {
  const plain = removal('queue-caller.manage', displays)
  return {
    ...plain,
    run: async (input) =>
      (await isShownOnDevice(kind, input.record.id))
        ? { ok: false, reason: 'queue-caller.admin.errors.shown_on_device' }
        : plain.run(input),
  }
}
