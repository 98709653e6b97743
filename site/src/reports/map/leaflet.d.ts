/** The build of Leaflet of which a bundler keeps what is used. */
declare module 'leaflet/dist/leaflet-src.esm.js' {
  export * from 'leaflet'
}
