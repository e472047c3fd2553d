import { visitRecords } from '#plugins/patient-visits/tests/records'
import { pluginContract } from '#tests/kit/plugin_contract'

pluginContract('patient-visits', visitRecords)
