import { sep } from 'node:path'
import { defineConfig } from '@adonisjs/static'

const HASHED = `${sep}public${sep}assets${sep}`

export default defineConfig({
  enabled: true,
  etag: true,
  lastModified: true,
  dotFiles: 'ignore',
  // The build puts a hash into every name under assets/: such a file never changes.
  headers: (path) => ({
    'Cache-Control': path.includes(HASHED)
      ? 'public, max-age=31536000, immutable'
      : 'public, max-age=3600',
  }),
})
