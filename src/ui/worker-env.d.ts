// What the bundler adds to a worker: import.meta.glob and import.meta.env, without the types of the page.
/// <reference types="vite/types/importMeta.d.ts" />
