import router from '@adonisjs/core/services/router'

router.use([() => import('#app/platform/middleware/plugin_gate_middleware')])
