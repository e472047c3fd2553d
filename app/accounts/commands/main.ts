import { ListLoader } from '@adonisjs/core/ace'
import UserCreate from '#app/accounts/commands/user_create'
import UserPassword from '#app/accounts/commands/user_password'
import UserResetTwoFactor from '#app/accounts/commands/user_reset_two_factor'

const commands = new ListLoader([UserCreate, UserPassword, UserResetTwoFactor])

type Wanted = Parameters<typeof commands.getCommand>[0]

export const getMetaData = () => commands.getMetaData()
export const getCommand = (command: Wanted) => commands.getCommand(command)
