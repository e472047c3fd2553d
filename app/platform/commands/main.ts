import { ListLoader } from '@adonisjs/core/ace'
import PluginDisable from '#app/platform/commands/plugin_disable'
import PluginEnable from '#app/platform/commands/plugin_enable'
import PluginList from '#app/platform/commands/plugin_list'

const commands = new ListLoader([PluginList, PluginEnable, PluginDisable])

export const getMetaData = () => commands.getMetaData()
export const getCommand: typeof commands.getCommand = (command) => commands.getCommand(command)
