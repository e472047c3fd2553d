import type { defineConfig } from '@adonisjs/core/app'
import { installedPluginIds } from './installed.js'

type Preset = NonNullable<Parameters<typeof defineConfig>[0]['presets']>[number]

/**
 * Tells the build which files of each installed plugin to copy. Which plugins are enabled is
 * decided while the server runs, so that a build is the same for every deployment.
 */
export function pluginsPreset(): Preset {
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
