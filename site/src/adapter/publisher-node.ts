import node from '@astrojs/node'
import type { AstroIntegration } from 'astro'

/**
 * @astrojs/node with a server entry of our own: one build with two doors, `handler` for what is answered on
 * request and `render` for the publisher, which writes the rest to disk.
 */
export function publisherNode(): AstroIntegration {
  const base = node({ mode: 'middleware' })
  const configDone = base.hooks['astro:config:done']
  return {
    ...base,
    hooks: {
      ...base.hooks,
      'astro:config:done': (options) =>
        configDone?.({
          ...options,
          setAdapter: (adapter) =>
            options.setAdapter({ ...adapter, serverEntrypoint: new URL('./entry.ts', import.meta.url) }),
        }),
    },
  }
}
