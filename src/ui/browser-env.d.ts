// What the bundler adds to the page: imports of styles and pictures, import.meta.glob.
/// <reference types="vite/client" />
