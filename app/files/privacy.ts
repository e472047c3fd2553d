import { dataMap, notPersonal, personal, type PersonalRule } from '#core/privacy'

/** What somebody attached, and what they called it; it goes with the record it belongs to. */
const attachment: PersonalRule = {
  purpose: 'service',
  basis: 'contract',
  retention: 'with_owner',
  export: true,
  erase: 'delete',
}

export default dataMap({
  files_files: {
    ...notPersonal('id', 'public_id', 'use', 'record_id', 'stored_as', 'type'),
    ...notPersonal('bytes', 'created_at', 'expires_at'),
    ...personal(attachment, 'name'),
    ...personal({ ...attachment, export: false }, 'sha256'),
  },
  files_usage: notPersonal('id', 'bytes'),
})
