/** The staff panel: resources, pages and widgets out of plain objects. */
export { page, widget } from '#app/admin/definition'
export type {
  Action,
  ActionResult,
  Addition,
  AdminContribution,
  AdminPage,
  AnyResource,
  BadgeState,
  Cell,
  Column,
  CustomerCard,
  FieldErrors,
  FoundRecord,
  Filter,
  FurtherParts,
  MenuEntry,
  Option,
  PageAction,
  Panel,
  Query,
  RelatedList,
  Resource,
  SearchProvider,
  Subject,
  TimelineEntry,
  TimelineSource,
  Values,
  Viewer,
  Widget,
} from '#app/admin/definition'
export type { Field } from '#app/admin/fields'
export { readersOf } from '#app/admin/file_fields'
export { barChart } from '#app/admin/domain/bar_chart'
export { PERIODS, type Days } from '#app/admin/domain/periods'
export { hoursByDays, type Hours, type Week } from '#app/admin/domain/week_hours'
export { weekWords } from '#app/admin/presenters/week'
export { listChanged, recordChanged } from '#app/admin/actions/record_changed'
export { noteView } from '#app/admin/actions/note_view'
export { removal } from '#app/admin/actions/remove_record'
export { joinedNotice, toStanding, wasJoined } from '#app/admin/joined_record'
export { isOnlyNarrowed } from '#app/admin/narrowed_location'
export { redirectWith, renderPanel } from '#app/admin/panel'
export { askedPeriod, type AskedPeriod } from '#app/admin/presenters/asked_period'
export { stateCell } from '#app/admin/presenters/cells'
export { assigneeCell, contactCell, customerCell } from '#app/admin/presenters/person_cells'
export { presentNews } from '#app/admin/presenters/news'
export { changesOf, deedOf, fieldsOf, kindOfObject, thingOf } from '#app/admin/presenters/deeds'
export { countRelated } from '#app/admin/presenters/related'
export { presentTexts } from '#app/admin/presenters/texts'
export { findRecords } from '#app/admin/queries/find_records'
export { lookupIn } from '#app/admin/queries/lookup'
export { navigationCounts } from '#app/admin/queries/navigation_counts'
export { listChannel } from '#app/admin/record_channels'
export { noSuchRecord, recordOf, recordOrSuccessor } from '#app/admin/queries/records'
export { resource, resourceNamed, withinLocations } from '#app/admin/resource'
export { sendDownload } from '#app/admin/send_download'
export { columns, figures, type ChartRow, type Figure } from '#app/admin/widgets'
export { viewerOf } from '#app/admin/viewer'
export { additionRoutes } from '#app/admin/addition_routes'
export { adminRoutes } from '#app/admin/routes'
