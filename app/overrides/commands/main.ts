import { ListLoader } from '@adonisjs/core/ace'
import OverrideCopy from '#app/overrides/commands/override_copy'
import OverrideList from '#app/overrides/commands/override_list'

const commands = new ListLoader([OverrideCopy, OverrideList])

export const getMetaData = () => commands.getMetaData()
export const getCommand: typeof commands.getCommand = (command) => commands.getCommand(command)
