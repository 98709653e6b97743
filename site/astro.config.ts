import { defineConfig } from 'astro/config'
import { publisherNode } from './src/adapter/publisher-node.ts'
import { elementsPage } from './src/elements/elements-page.ts'

export default defineConfig({
  output: 'server',
  adapter: publisherNode(),
  integrations: [elementsPage()],
  trailingSlash: 'ignore',
  compressHTML: true,
  session: false as never,
  build: { inlineStylesheets: 'never', assets: 'static' },
  devToolbar: { enabled: false },
  security: { checkOrigin: false },
  vite: { ssr: { noExternal: true }, build: { assetsInlineLimit: 0 } },
})
