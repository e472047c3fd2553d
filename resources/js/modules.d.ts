/// <reference types="vite/client" />

declare module 'alpinejs' {
  const alpine: import('./alpine.js').AlpineApi
  export default alpine
}

declare module '@imacrayon/alpine-ajax' {
  const plugin: (alpine: import('./alpine.js').AlpineApi) => void
  export default plugin
}
