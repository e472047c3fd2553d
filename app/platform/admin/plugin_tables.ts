import { tableNames } from '#core/platform'

/** Tables that a plugin owns, by its prefix; its own history of migrations is not among them. */
export async function pluginTables(id: string): Promise<string[]> {
  const prefix = `${id.replaceAll('-', '_')}_`
  return (await tableNames()).filter((name) => name.startsWith(prefix)).sort()
}
