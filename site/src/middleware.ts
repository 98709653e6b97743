import { defineMiddleware } from 'astro:middleware'
import path from 'node:path'
import { CmsClient } from './cms-client.ts'
import { readSiteEnvironment, type SiteEnvironment } from './env.ts'
import type { ReadModel } from './read-model/read-model.ts'
import { readModelOpener } from './read-model/read-model-opener.ts'
import { todayInBucharest } from './read-model/today.ts'

type Sources = { environment: SiteEnvironment; readModel: () => ReadModel | null; cms: CmsClient }
let sources: Sources | undefined

/** Pages asked for directly read the read model as it is; the publisher brings a reader of its own. */
export const onRequest = defineMiddleware((context, next) => {
  if (context.locals.reader) return next()
  sources ??= openSources()
  const { environment, readModel, cms } = sources
  const reader = readModel()?.reader(todayInBucharest)
  if (!reader) return new Response(null, { status: 503, headers: { 'retry-after': '5' } })
  Object.assign(context.locals, {
    reader,
    origin: environment.SITE_URL,
    showsElements: environment.SHOW_ELEMENTS === 'yes',
    preview: (token: string) => cms.preview(token),
  })
  return next()
})

function openSources(): Sources {
  const environment = readSiteEnvironment()
  return {
    environment,
    readModel: readModelOpener(path.join(environment.DATA_DIR, 'site', 'read-model.sqlite')),
    cms: new CmsClient({ url: environment.CMS_URL, token: environment.CHANGES_TOKEN }),
  }
}
