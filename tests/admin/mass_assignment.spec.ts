import { registry } from '#core/platform'
import { withKinds } from '#tests/devices/devices'
import { coreRecords } from '#tests/kit/core_records'
import { massAssignment } from '#tests/kit/mass_assignment'

massAssignment(
  registry.modules.map(({ id }) => id),
  coreRecords,
  () => withKinds()
)
