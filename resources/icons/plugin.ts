import type { Plugin } from 'vite'
import { buildSprite } from './sprite.js'

/** What templates ask for: `asset('resources/icons/sprite.svg')`. There is no such file on disk. */
const SPRITE = 'resources/icons/sprite.svg'

/** Emits the icon sprite with a hashed name, and serves it while developing. */
export function iconSprite(): Plugin {
  return {
    name: 'sportello:icon-sprite',
    buildStart() {
      if (this.environment.mode !== 'build') return
      const file = { name: 'sprite.svg', originalFileName: SPRITE, source: buildSprite() }
      this.emitFile({ type: 'asset', ...file })
    },
    configureServer(server) {
      server.middlewares.use(`/${SPRITE}`, (_request, response) => {
        response.setHeader('Content-Type', 'image/svg+xml')
        response.end(buildSprite())
      })
    },
  }
}
