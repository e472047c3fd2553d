import { dataMap, notPersonal } from '#core/privacy'

/** The addresses in here are the organisation's own, printed on every public page. */
export default dataMap({
  organisation_profiles: {
    ...notPersonal('id', 'name', 'logo', 'accent', 'email', 'phone', 'address'),
    ...notPersonal('legal_notice', 'privacy_notice', 'accessibility_statement', 'help'),
    ...notPersonal('cookie_notice', 'texts_changed_at', 'represented_by'),
    ...notPersonal('data_protection_officer', 'conformance', 'inaccessible_content'),
    ...notPersonal('assessed_on', 'assessed_by', 'enforcement_body', 'funders_heading'),
    ...notPersonal('locales', 'default_locale', 'allowed_embed_hosts', 'version', 'updated_at'),
  },
  organisation_funders: {
    ...notPersonal('id', 'name', 'alternative', 'link', 'position'),
    ...notPersonal('version', 'created_at', 'updated_at'),
  },
  organisation_locations: {
    ...notPersonal('id', 'public_id', 'slug', 'name', 'address', 'zone', 'phone', 'email'),
    ...notPersonal('active', 'version', 'created_at', 'updated_at'),
  },
})
