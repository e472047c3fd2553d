export {
  settingText,
  settingVariable,
  type Limits,
  type SettingDefinition,
  type SettingField,
  type SettingRefusal,
} from '#app/settings/domain/definition'
export {
  booleanSetting,
  choiceSetting,
  listSetting,
  numberSetting,
  textSetting,
} from '#app/settings/domain/kinds'
export { setting } from '#app/settings/queries/setting'
export {
  findSetting,
  settingStates,
  type SettingState,
} from '#app/settings/queries/setting_catalogue'
export {
  saveLocationSetting,
  saveSetting,
  type SaveSettingResult,
} from '#app/settings/actions/save_setting'
export {
  presentSettings,
  type PresentedSetting,
  type TypedSetting,
} from '#app/settings/presenters/setting_fields'
