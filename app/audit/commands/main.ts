import { ListLoader } from '@adonisjs/core/ace'
import AuditVerify from '#app/audit/commands/audit_verify'

const commands = new ListLoader([AuditVerify])

type Wanted = Parameters<typeof commands.getCommand>[0]

export const getMetaData = () => commands.getMetaData()
export const getCommand = (command: Wanted) => commands.getCommand(command)
