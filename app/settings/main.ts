export type { SettingDefinition } from '#app/settings/domain/definition'
export {
  booleanSetting,
  choiceSetting,
  listSetting,
  numberSetting,
  textSetting,
} from '#app/settings/domain/kinds'
export { setting } from '#app/settings/queries/setting'
export { settingStates } from '#app/settings/queries/setting_catalogue'
export { saveLocationSetting, saveSetting } from '#app/settings/actions/save_setting'
