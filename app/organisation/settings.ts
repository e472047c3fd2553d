import { addressSetting, translatedSetting } from '#core/settings'

/** How to find a place: entrance, floor, tram stop. */
export const directions = translatedSetting('organisation.directions', {
  default: {},
  scope: 'location',
  long: true,
  section: 'contact',
})

/** A map of the operator's choice; a plain link, so that no page of ours loads anything from it. */
export const mapLink = addressSetting('organisation.map_link', {
  default: '',
  scope: 'location',
  section: 'contact',
})
