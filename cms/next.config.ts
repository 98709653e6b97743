import path from 'node:path'
import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

const repositoryRoot = path.resolve(import.meta.dirname, '..')

const config: NextConfig = {
  turbopack: { root: repositoryRoot },
  outputFileTracingRoot: repositoryRoot,
  transpilePackages: ['@avizier/search'],
  poweredByHeader: false,
  serverExternalPackages: ['unpdf', 'file-type'],
}

export default withPayload(config, { devBundleServerPackages: false })
