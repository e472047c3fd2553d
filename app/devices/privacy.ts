import { dataMap, notPersonal } from '#core/privacy'

/** Kiosks and screens stand in rooms: none of them is anybody's. */
export default dataMap({
  devices_pairings: notPersonal('id', 'token_hash', 'code_hash', 'expires_at'),
  devices_devices: {
    ...notPersonal('id', 'name', 'kind', 'subject_id', 'location_id', 'token_hash'),
    ...notPersonal('cookie_sent_at', 'last_seen_at'),
    ...notPersonal('version', 'created_at', 'updated_at'),
  },
})
