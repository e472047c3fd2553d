export {
  dataMap,
  incompleteRules,
  notPersonal,
  personal,
  type ColumnRule,
  type DataMap,
  type PersonalRule,
} from '#app/privacy/domain/data_map'
export { wholeDataMap } from '#app/privacy/queries/whole_data_map'
export { staleRules, unmappedColumns } from '#app/privacy/queries/unmapped_columns'
