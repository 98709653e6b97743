import { sentenceOfFault } from '@avizier/cms/forms-sentences'
import { answerUpload } from '../files/uploads.endpoint.ts'
import { uploadsPath } from '../paths.ts'
import { type Exchange, refuse } from './answer-requests.ts'
import type { FilingDesk } from './filing-desk.ts'
import { limitsIn } from './filing-uploads.ts'
import { filingSentences } from './filings.ro.ts'
import { readToken } from './form-token.ts'

/** `/api/formulare/<slug>/fisiere/<token>[/<upload>]`: the holder of a page's token sends the files of that filing. */
export async function answerFilingUpload(
  exchange: Exchange,
  { desk, slug, token: text }: { desk: FilingDesk; slug: string; token: string },
): Promise<void> {
  const token = readToken(desk.secret, slug, text)
  const definition = token && (await desk.formOf(slug, token))
  if (!token || !definition || (await desk.spool.find(token.id)))
    return refuse(exchange.response, 404, filingSentences.formUnknown)
  await answerUpload(exchange, {
    quarantine: desk.quarantine,
    owner: {
      id: token.id,
      address: uploadsPath({ slug }, token.text),
      limitsOf: limitsIn(definition),
      sentenceOf: (field, code) => sentenceOfFault(definition, { field, code }),
    },
  })
}
