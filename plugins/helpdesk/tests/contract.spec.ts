import { helpdeskRecords } from '#plugins/helpdesk/tests/records'
import { pluginContract } from '#tests/kit/plugin_contract'

pluginContract('helpdesk', helpdeskRecords)
