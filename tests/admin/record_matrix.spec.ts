import { registry } from '#core/platform'
import { coreRecords } from '#tests/kit/core_records'
import { recordMatrix } from '#tests/kit/record_matrix'

recordMatrix(
  registry.modules.map(({ id }) => id),
  coreRecords
)
