/** What a component may use of Alpine; the CSP build ships no types. */
export interface AlpineApi {
  data(name: string, component: () => object): void
  plugin(plugin: (alpine: AlpineApi) => void): void
  start(): void
}

/** What Alpine adds to `this` inside a component. */
export interface AlpineThis {
  readonly $el: HTMLElement
  readonly $root: HTMLElement
  readonly $refs: Record<string, HTMLElement>
  $dispatch(event: string, detail?: unknown): void
  $nextTick(): Promise<void>
}
