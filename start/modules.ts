import type { ModuleDefinition } from '#core/platform'
import admin from '#app/admin/module'
import accounts from '#app/accounts/module'
import consent from '#app/consent/module'
import customers from '#app/customers/module'
import devices from '#app/devices/module'
import audit from '#app/audit/module'
import feedback from '#app/feedback/module'
import files from '#app/files/module'
import forms from '#app/forms/module'
import jobs from '#app/jobs/module'
import live from '#app/live/module'
import messaging from '#app/messaging/module'
import numbering from '#app/numbering/module'
import organisation from '#app/organisation/module'
import overrides from '#app/overrides/module'
import platform from '#app/platform/module'
import privacy from '#app/privacy/module'
import reading from '#app/reading/module'
import scheduling from '#app/scheduling/module'
import settings from '#app/settings/module'
import statistics from '#app/statistics/module'
import web from '#app/web/module'

/** The rooms of the core, in the order in which their menus, boot and shutdown run. */
export const modules: ModuleDefinition[] = [
  admin,
  organisation,
  feedback,
  devices,
  forms,
  files,
  settings,
  platform,
  audit,
  privacy,
  reading,
  statistics,
  web,
  overrides,
  accounts,
  customers,
  consent,
  jobs,
  messaging,
  live,
  numbering,
  scheduling,
]
