import type { RenderOptions } from 'astro/app'
import { createApp } from 'astro/app/entrypoint'

export { handler, options, startServer } from '@astrojs/node/server.js'

// Without streaming a page is one buffer and an error is a status; with it Astro 7 drops tags of nested components.
const app = createApp({ streaming: false })

export const render = (request: Request, options?: RenderOptions): Promise<Response> => app.render(request, options)
