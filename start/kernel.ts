import app from '@adonisjs/core/services/app'
import router from '@adonisjs/core/services/router'
import server from '@adonisjs/core/services/server'

server.errorHandler(() => import('#app/web/exception_handler'))

/** Styles and scripts out of their sources, while `npm run dev` serves. */
const sources = app.inDev ? [() => import('@adonisjs/vite/vite_middleware')] : []

/** Every request, files and unknown addresses included. */
server.use([
  () => import('#app/web/middleware/security_headers_middleware'),
  ...sources,
  () => import('#app/consent/middleware/consent_middleware'),
  () => import('#app/statistics/middleware/count_middleware'),
  () => import('#app/web/middleware/page_cache_middleware'),
  () => import('#app/web/middleware/files_middleware'),
  () => import('#app/web/middleware/locale_middleware'),
  () => import('#app/web/middleware/known_host_middleware'),
])

/**
 * Every declared route. Whatever can be refused without reading the body or the session is refused
 * first: a disabled plugin, a form of a stranger, a body that the route does not take.
 */
router.use([
  () => import('#app/platform/middleware/plugin_gate_middleware'),
  () => import('#app/web/middleware/page_headers_middleware'),
  () => import('#app/web/middleware/own_page_middleware'),
  () => import('#app/web/middleware/body_middleware'),
  () => import('@adonisjs/core/bodyparser_middleware'),
  () => import('#app/accounts/middleware/session_middleware'),
  () => import('@adonisjs/auth/initialize_auth_middleware'),
  () => import('#app/web/middleware/identify_middleware'),
  () => import('#app/web/middleware/uploads_middleware'),
  () => import('#app/web/middleware/readable_text_middleware'),
  () => import('#app/web/middleware/csrf_middleware'),
])
