import { ListLoader } from '@adonisjs/core/ace'
import ActionList from '#app/admin/commands/action_list'
import ActionRun from '#app/admin/commands/action_run'

const commands = new ListLoader([ActionList, ActionRun])

type Wanted = Parameters<typeof commands.getCommand>[0]

export const getMetaData = () => commands.getMetaData()
export const getCommand = (command: Wanted) => commands.getCommand(command)
