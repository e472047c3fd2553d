/** The platform: plugins, routes as data, events, time, transactions. */
export { defineModule, definePlugin } from '#app/platform/definition'
export type {
  Contributions,
  ModuleDefinition,
  Owned,
  PluginDefinition,
} from '#app/platform/definition'
export { appKey } from '#app/platform/app_key'
export { cached, forgetCaches, rememberToForget, type Cached } from '#app/platform/cached'
export { clock } from '#app/platform/clock'
export { amount, flag, instant, json, sealed } from '#app/platform/columns'
export { dataFolder, dataPath } from '#app/platform/data_dir'
export {
  activeOwners,
  allContributions,
  contributions,
  enabledPluginIds,
  isActive,
  isPluginEnabled,
} from '#app/platform/enabled_plugins'
export { isTrial } from '#app/platform/demo'
export { isStillUsed, isUniqueViolation } from '#app/platform/domain/constraint_errors'
export { errorRecord, withoutStatement } from '#app/platform/domain/error_record'
export { emit, defineEvent, listen, setEventDelivery } from '#app/platform/events'
export type { EventType, Listener } from '#app/platform/events'
export { installedPluginIds, pluginPath } from '#app/platform/installed'
export { keptAnswers, type KeptAnswers } from '#app/platform/kept_answers'
export { withLease } from '#app/platform/lease'
export { disablePlugin, enablePlugin, pluginStates } from '#app/platform/lifecycle'
export type { PluginState, Switched } from '#app/platform/lifecycle'
export { afterEveryMigration, migrate } from '#app/platform/migrate'
export { readTogether } from '#app/platform/read_together'
export { registry } from '#app/platform/registry'
export { PUBLIC, SYSTEM, type Actor, type Result } from '#app/platform/result'
export {
  hasReadHooks,
  readAtOnce,
  readRecords,
  readRecordsById,
  recordsFrom,
} from '#app/platform/read_records'
export { readRelated } from '#app/platform/read_related'
export { columnsOf, recordIn, type JoinedRow } from '#app/platform/joined'
export { keepWhole, keptRows, rowsKept } from '#app/platform/kept_models'
export { marks, rows, updateRows, type Client } from '#app/platform/rows'
export {
  declaredRoute,
  FIRST_RUN_STEPS,
  mountRoutes,
  routeTable,
  urlFor,
} from '#app/platform/routes'
export type {
  FirstRunStep,
  Guards,
  Handler,
  RouteDeclaration,
  RouteGroups,
  RouteOptions,
} from '#app/platform/routes'
export { hashToken, randomId, secretToken } from '#app/platform/tokens'
export { dialect, retryingBusy, transaction, writeRows, type Trx } from '#app/platform/transaction'
export { tableNames, waitingMigrations } from '#app/platform/waiting_migrations'
export { VersionedModel } from '#app/platform/versioned_model'
