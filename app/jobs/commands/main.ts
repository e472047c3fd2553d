import { ListLoader } from '@adonisjs/core/ace'
import JobsWork from '#app/jobs/commands/jobs_work'

const commands = new ListLoader([JobsWork])

type Wanted = Parameters<typeof commands.getCommand>[0]

export const getMetaData = () => commands.getMetaData()
export const getCommand = (command: Wanted) => commands.getCommand(command)
