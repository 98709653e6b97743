import sharp from 'sharp'

/** The largest sensors of phones make 108 megapixels; opened, a pixel takes four bytes. */
const mostPixels = 120_000_000
const longestSide = 32_767
const mostPages = 200

/** Reads what a picture says of its size, without opening it. */
export async function inspectPicture(file: string): Promise<'file-broken' | 'file-too-many-pixels' | null> {
  try {
    const { width = 0, height = 0, pages = 1 } = await sharp(file, { limitInputPixels: false, pages: 1 }).metadata()
    if (width < 1 || height < 1) return 'file-broken'
    const isTooLarge = width * height > mostPixels || Math.max(width, height) > longestSide || pages > mostPages
    return isTooLarge ? 'file-too-many-pixels' : null
  } catch {
    return 'file-broken'
  }
}
