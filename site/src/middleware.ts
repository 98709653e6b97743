import { defineMiddleware } from 'astro:middleware'
import path from 'node:path'
import { CmsClient } from './cms-client.ts'
import { readSiteEnvironment } from './env.ts'
import { ReadModel } from './read-model/read-model.ts'
import { todayInBucharest } from './read-model/today.ts'

let readModel: ReadModel | undefined

/** Pages asked for directly read the read model as it is; the publisher brings a reader of its own. */
export const onRequest = defineMiddleware((context, next) => {
  if (context.locals.reader) return next()
  const environment = readSiteEnvironment()
  readModel ??= new ReadModel(path.join(environment.DATA_DIR, 'site', 'read-model.sqlite'), { readOnly: true })
  const reader = readModel.reader(todayInBucharest)
  const cms = new CmsClient({ url: environment.CMS_URL, token: environment.CHANGES_TOKEN })
  Object.assign(context.locals, {
    reader,
    titleFilter: reader,
    origin: environment.SITE_URL,
    isProduction: environment.NODE_ENV === 'production',
    preview: (token: string) => cms.preview(token),
  })
  return next()
})
