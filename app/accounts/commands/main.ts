import { ListLoader } from '@adonisjs/core/ace'
import UserCreate from '#app/accounts/commands/user_create'

const commands = new ListLoader([UserCreate])

type Wanted = Parameters<typeof commands.getCommand>[0]

export const getMetaData = () => commands.getMetaData()
export const getCommand = (command: Wanted) => commands.getCommand(command)
