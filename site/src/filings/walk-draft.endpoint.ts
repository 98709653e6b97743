import { firstStep } from '@avizier/cms/forms-journey'
import { previewPath, stepPath } from '../paths.ts'
import { type Exchange, seeOther } from './answer-requests.ts'
import type { FilingDesk } from './filing-desk.ts'
import { draftVersion, issueToken } from './form-token.ts'

/** `/previzualizare/<link>/parcurge/`: whoever holds a preview link of a form walks its pages, and cannot file it. */
export async function answerWalk(
  { response }: Exchange,
  { desk, link }: { desk: FilingDesk; link: string },
): Promise<void> {
  const preview = await desk.cms.preview(link)
  if (preview?.record.noun !== 'forms') return seeOther(response, previewPath(link))
  const { definition } = preview.record
  const token = issueToken(desk.secret, { slug: definition.slug, version: draftVersion })
  const first = firstStep(definition, {})
  if (!first) return seeOther(response, previewPath(link))
  await desk.drafts.keepWalked(token.id, definition)
  seeOther(response, stepPath(definition, token.text, first.name))
}
