import type { AstroIntegration } from 'astro'

/** The page of elements has an address that starts with `_`, which a file under `pages/` cannot have. */
export const elementsPage = (): AstroIntegration => ({
  name: 'elements-page',
  hooks: {
    'astro:config:setup': ({ injectRoute }) =>
      injectRoute({
        pattern: '/_elemente',
        entrypoint: new URL('./Elements.astro', import.meta.url),
        prerender: false,
      }),
  },
})
