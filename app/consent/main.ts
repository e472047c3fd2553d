/** What is set in the browsers of visitors, and whether they agreed. */
export type { CookieDefinition } from '#app/consent/definition'
