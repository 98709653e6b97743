import yauzl from 'yauzl'

export type PackageFault =
  | 'file-broken'
  | 'file-encrypted'
  | 'file-carries-macros'
  | 'file-carries-files'
  | 'file-unpacks-too-large'

/** A long report with its pictures has a few hundred parts, and text shrinks to a tenth at best. */
const mostEntries = 10_000
const mostUnpacked = 400 * 1024 * 1024
const mostRatio = 150
/** Small parts of one letter shrink further, and harm nobody. */
const ratioFrom = 10 * 1024 * 1024
const localHeaderBytes = 30

const macros = /(^|\/)(vbaProject(Signature\w*)?\.bin|vbaData\.xml|editdata\.mso)$|^(Basic|Scripts)\/./i
const programs = /\.(exe|dll|scr|com|bat|cmd|ps1|vbs|js|jar|msi|lnk|hta|iso|img)$/i
/** A chart in a text carries its table as a package of the same kind. */
const charts = /\/embeddings\/[^/]+\.(xlsx|docx|pptx)$/i

/**
 * Looks into a packaged document (DOCX, XLSX, ODT, ODS) by unpacking all of it, counting and keeping nothing: what the
 * directory says of sizes is not believed.
 */
export async function inspectPackage(file: string): Promise<PackageFault | null> {
  let zip: yauzl.ZipFile
  try {
    zip = await yauzl.openPromise(file, { lazyEntries: true, autoClose: false, validateEntrySizes: true })
  } catch {
    return 'file-broken'
  }
  try {
    return await inspectEntries(zip)
  } catch {
    return 'file-broken'
  } finally {
    zip.close()
  }
}

async function inspectEntries(zip: yauzl.ZipFile): Promise<PackageFault | null> {
  if (zip.entryCount > mostEntries) return 'file-unpacks-too-large'
  const taken: { from: number; to: number }[] = []
  const entries: yauzl.Entry[] = []
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) return 'file-encrypted'
    if (macros.test(entry.fileName)) return 'file-carries-macros'
    if (programs.test(entry.fileName)) return 'file-carries-files'
    const from = entry.relativeOffsetOfLocalHeader
    taken.push({ from, to: from + localHeaderBytes + entry.fileNameLength + entry.compressedSize })
    entries.push(entry)
    if (entries.length > mostEntries) return 'file-unpacks-too-large'
  }
  // Many entries over the same bytes: each is small, all together are not.
  taken.sort((a, b) => a.from - b.from)
  if (taken.some(({ from }, index) => index > 0 && from < (taken[index - 1]?.to ?? 0))) return 'file-unpacks-too-large'

  let unpacked = 0
  for (const entry of entries) {
    if (entry.fileName.endsWith('/')) continue
    let head = Buffer.alloc(0)
    let bytes = 0
    const stream = await zip.openReadStreamPromise(entry)
    for await (const chunk of stream) {
      if (head.length < 8) head = Buffer.concat([head, chunk as Buffer])
      bytes += (chunk as Buffer).length
      unpacked += (chunk as Buffer).length
      if (unpacked > mostUnpacked) return 'file-unpacks-too-large'
      if (bytes > ratioFrom && bytes > entry.compressedSize * mostRatio) return 'file-unpacks-too-large'
    }
    if (isArchiveOrProgram(head) && !charts.test(entry.fileName)) return 'file-carries-files'
  }
  return null
}

const signatures = ['PK\x03\x04', 'Rar!', '7z\xbc\xaf\x27\x1c', 'MZ', '\x7fELF'].map((text) =>
  Buffer.from(text, 'latin1'),
)
const isArchiveOrProgram = (head: Buffer) =>
  signatures.some((signature) => head.subarray(0, signature.length).equals(signature))
