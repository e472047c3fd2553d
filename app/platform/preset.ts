import type { PresetFn } from '@adonisjs/application/types'
import { installedPluginIds } from './installed.js'

/**
 * Tells the build which files of each installed plugin to copy. Which plugins are enabled is
 * decided while the server runs, so that a build is the same for every deployment.
 */
export function pluginsPreset(): PresetFn {
  return ({ rcFile }) => {
    const metaFiles = rcFile.metaFiles as { pattern: string; reloadServer: boolean }[]
    for (const id of installedPluginIds()) {
      metaFiles.push(
        { pattern: `plugins/${id}/views/**/*.edge`, reloadServer: false },
        { pattern: `plugins/${id}/lang/**/*.json`, reloadServer: false }
      )
    }
  }
}
