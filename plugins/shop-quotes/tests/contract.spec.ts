import { pluginContract } from '#tests/kit/plugin_contract'
import { shopRecords } from '#plugins/shop-quotes/tests/records'

pluginContract('shop-quotes', shopRecords)
