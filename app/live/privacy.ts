import { dataMap, notPersonal } from '#core/privacy'

export default dataMap({
  live_messages: notPersonal('id', 'channel', 'origin', 'created_at'),
})
