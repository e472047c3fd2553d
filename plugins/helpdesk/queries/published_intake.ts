import type { Client } from '#core/platform'
import { IntakeVersion } from '#plugins/helpdesk/models/intake_version'

/** The guided menu as customers see it now; null before the first was published. */
export const publishedIntake = (client?: Client): Promise<IntakeVersion | null> =>
  IntakeVersion.query({ client }).orderBy('number', 'desc').first()

/** The menu that somebody went through, else the one that is published now. */
export const intakeOf = (versionId: number | undefined): Promise<IntakeVersion | null> =>
  versionId === undefined ? publishedIntake() : IntakeVersion.find(versionId)
