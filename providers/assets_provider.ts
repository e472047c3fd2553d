import ViteProvider from '@adonisjs/vite/vite_provider'

/**
 * Serves the built assets, in tests too: the stock provider would start a Vite server in every
 * test process, each on the same port. Vite itself runs under `npm run dev` alone.
 */
export default class AssetsProvider extends ViteProvider {
  override async start() {
    if (process.env.DEV_MODE) await super.start()
  }

  override async shutdown() {
    if (process.env.DEV_MODE) await super.shutdown()
  }
}
