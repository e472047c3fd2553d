export type { SettingDefinition } from '#app/settings/domain/definition'
export {
  booleanSetting,
  choiceSetting,
  listSetting,
  numberSetting,
  textSetting,
} from '#app/settings/domain/kinds'
export {
  addressSetting,
  emailSetting,
  minutesSetting,
  moneySetting,
  secretSetting,
  translatedSetting,
} from '#app/settings/domain/further_kinds'
export type { SettingsPage, ShownVariable } from '#app/settings/page'
export { setting, settingsInForce } from '#app/settings/queries/setting'
export { settingsWithin } from '#app/settings/queries/settings_within'
export { settingStates } from '#app/settings/queries/setting_catalogue'
export {
  restoreSetting,
  saveLocationSetting,
  saveSetting,
} from '#app/settings/actions/save_setting'
