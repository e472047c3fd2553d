import { readEnvironment } from '#app/platform/environment'

/** Everything a deployment can set, read once at start. Documented in .env.example. */
export default await readEnvironment(new URL('../', import.meta.url))
