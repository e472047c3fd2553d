import { pluginContract } from '#tests/kit/plugin_contract'

pluginContract('booking')
