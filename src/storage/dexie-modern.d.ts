// Dexie's build for modern browsers comes without types of its own: they are those of the package.

declare module 'dexie/dist/modern/dexie.mjs' {
  export { Dexie, liveQuery } from 'dexie'
}
