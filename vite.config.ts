import { globSync } from 'node:fs'
import adonisjs from '@adonisjs/vite/client'
import { defineConfig } from 'vite'
import { iconSprite } from './resources/icons/plugin.js'

const files = (pattern: string) => globSync(pattern).map((path) => path.replaceAll('\\', '/'))

/** Assets of a plugin: `assets/entry.css` and `assets/entry.ts`, built beside those of the core. */
const pluginEntries = files('plugins/*/assets/entry.{css,ts}')

/** Recorded sound of a plugin and its index: `asset('plugins/…/assets/sound/es.mp3')`. */
const pluginSounds = files('plugins/*/assets/sound/*.{mp3,json}')

export default defineConfig({
  plugins: [
    iconSprite(),
    adonisjs({
      entryPoints: ['resources/css/app.css', 'resources/js/app.ts', ...pluginEntries],
      reload: ['resources/views/**/*.edge', 'plugins/*/views/**/*.edge'],
      assets: { assets: ['resources/icons/favicon.svg', ...pluginSounds] },
    }),
  ],
  build: {
    // Nothing inline: the content security policy allows fonts from our own address only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
