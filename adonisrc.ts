import { defineConfig } from '@adonisjs/core/app'
import { pluginsPreset } from './app/platform/preset.js'

export default defineConfig({
  commands: [
    () => import('@adonisjs/core/commands'),
    () => import('@adonisjs/lucid/commands'),
    () => import('#app/platform/commands/main'),
    () => import('#app/accounts/commands/main'),
    () => import('#app/audit/commands/main'),
    () => import('#app/jobs/commands/main'),
    () => import('#app/admin/commands/main'),
    () => import('#app/overrides/commands/main'),
  ],

  providers: [
    () => import('@adonisjs/core/providers/app_provider'),
    () => import('@adonisjs/core/providers/hash_provider'),
    { file: () => import('@adonisjs/core/providers/repl_provider'), environment: ['repl', 'test'] },
    () => import('@adonisjs/core/providers/vinejs_provider'),
    () => import('@adonisjs/core/providers/edge_provider'),
    () => import('@adonisjs/session/session_provider'),
    () => import('@adonisjs/auth/auth_provider'),
    () => import('./providers/assets_provider.js'),
    () => import('@adonisjs/static/static_provider'),
    () => import('@adonisjs/lucid/database_provider'),
    () => import('@adonisjs/i18n/i18n_provider'),
    () => import('./providers/platform_provider.js'),
  ],

  preloads: [() => import('#start/kernel'), () => import('#start/routes')],

  presets: [pluginsPreset()],

  directories: { views: 'resources/views', languageFiles: 'resources/lang' },

  metaFiles: [
    { pattern: 'resources/views/**/*.edge', reloadServer: false },
    { pattern: 'resources/lang/**/*.json', reloadServer: false },
    { pattern: 'resources/data/**', reloadServer: false },
    { pattern: 'public/**', reloadServer: false },
  ],

  tests: {
    suites: [
      {
        name: 'unit',
        files: ['tests/**/*.unit.spec.ts', 'plugins/*/tests/**/*.unit.spec.ts'],
        timeout: 60_000,
      },
      {
        name: 'functional',
        files: [
          'tests/**/!(*.unit|*.browser|*.race).spec.ts',
          'plugins/*/tests/**/!(*.unit|*.browser|*.race).spec.ts',
        ],
        timeout: 60_000,
      },
      {
        name: 'race',
        files: ['tests/**/*.race.spec.ts', 'plugins/*/tests/**/*.race.spec.ts'],
        timeout: 1_800_000,
      },
      {
        name: 'browser',
        files: ['tests/**/*.browser.spec.ts', 'plugins/*/tests/**/*.browser.spec.ts'],
        timeout: 600_000,
      },
    ],
    forceExit: false,
  },

  hooks: {
    buildStarting: [() => import('@adonisjs/vite/build_hook')],
  },
})
