import { queueRecords } from '#plugins/queue-caller/tests/records'
import { pluginContract } from '#tests/kit/plugin_contract'

pluginContract('queue-caller', queueRecords)
