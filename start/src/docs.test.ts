import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { repositoryRoot, townEnvironment } from './env.ts'

const read = (file: string) => readFileSync(path.join(repositoryRoot, file), 'utf8')

describe('the documents keep up with the code', () => {
  const rooms = readdirSync(path.join(repositoryRoot, 'cms/src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'app')
    .map(({ name }) => name)

  it.each(rooms)('the glossary knows the room %s', (room) => expect(read('README.md')).toContain(`\`${room}\``))

  it.each(Object.keys(townEnvironment.shape))('.env.example explains %s', (key) => {
    expect(read('.env.example')).toMatch(new RegExp(`^${key}=`, 'm'))
  })

  it.each(readdirSync(path.join(repositoryRoot, 'cms/decisions')))('the README lists the decision %s', (name) =>
    expect(read('README.md')).toContain(name),
  )
})
