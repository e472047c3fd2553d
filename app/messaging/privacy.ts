import { dataMap, notPersonal, personal, type PersonalRule } from '#core/privacy'

/** Deleted by `messaging.purge` after `messaging.keep_days`, 90 days unless the operator changes it. */
const correspondence: PersonalRule = {
  purpose: 'contact',
  basis: 'contract',
  retention: { months: 3 },
  export: true,
  erase: 'delete',
}

export default dataMap({
  messaging_own_texts: notPersonal('id', 'template', 'locale', 'texts', 'version', 'updated_at'),
  messaging_mails: {
    ...notPersonal('id', 'public_id', 'message_id', 'template', 'owner', 'locale', 'dedupe_key'),
    ...notPersonal('about_object', 'about_id', 'state', 'attempts', 'last_error'),
    ...notPersonal('created_at', 'sent_at', 'version'),
    ...personal(correspondence, 'to_address', 'to_name', 'data'),
  },
})
