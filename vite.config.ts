import { globSync } from 'node:fs'
import adonisjs from '@adonisjs/vite/client'
import { defineConfig } from 'vite'
import { iconSprite } from './resources/icons/plugin.js'

/** Assets of a plugin: `assets/entry.css` and `assets/entry.ts`, built beside those of the core. */
const pluginEntries = globSync('plugins/*/assets/entry.{css,ts}').map((path) =>
  path.replaceAll('\\', '/')
)

export default defineConfig({
  plugins: [
    iconSprite(),
    adonisjs({
      entryPoints: ['resources/css/app.css', 'resources/js/app.ts', ...pluginEntries],
      reload: ['resources/views/**/*.edge', 'plugins/*/views/**/*.edge'],
      assets: { assets: ['resources/icons/favicon.svg'] },
    }),
  ],
  build: {
    // Nothing inline: the content security policy allows fonts from our own address only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
