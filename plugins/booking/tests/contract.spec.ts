import { bookingRecords } from '#plugins/booking/tests/records'
import { pluginContract } from '#tests/kit/plugin_contract'

pluginContract('booking', bookingRecords)
