/** The widget's language files add to a global and export nothing. */
declare module 'altcha/i18n/*'

declare module 'altcha/workers/pbkdf2?worker' {
  const worker: new () => Worker
  export default worker
}

// eslint-disable-next-line no-var -- the package declares it behind an import that does not resolve
declare var $altcha: {
  algorithms: Map<string, () => Worker>
  defaults: { set(defaults: Record<string, string | number | boolean>): void }
}
