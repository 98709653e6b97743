import path from 'node:path'
import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

const repositoryRoot = path.resolve(import.meta.dirname, '..')

const config: NextConfig = {
  turbopack: { root: repositoryRoot },
  outputFileTracingRoot: repositoryRoot,
  transpilePackages: ['@avizier/search'],
  // The folder of the noun `pages` is not a router of pages: Next reads .tsx only, and the noun has none.
  pageExtensions: ['tsx'],
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true }, // `npm run check` does it once for every package
  serverExternalPackages: [
    '@azure/storage-blob',
    '@expo-google-fonts/noto-sans',
    'file-type',
    'nodemailer',
    'pdfkit',
    'qrcode',
    'yauzl',
  ],
}

export default withPayload(config, { devBundleServerPackages: false })
